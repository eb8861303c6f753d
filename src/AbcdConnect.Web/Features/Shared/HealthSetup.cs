using AbcdConnect.Application.Common;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Two addresses for the machines that look after us. They name what is checked and how it stands, nothing else.</summary>
internal static class HealthSetup
{
    public static IServiceCollection AddAbcdHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: TimeSpan.FromSeconds(10))
            .AddCheck<MigrationsCheck>("migrations", timeout: TimeSpan.FromSeconds(10));
        return services;
    }

    /// <summary>Where the database was missing at the start, no job runs until the next one.</summary>
    public static void AddNoScheduler(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck("scheduler", () => HealthCheckResult.Unhealthy("Nothing runs by the clock: the database was missing when AbcdConnect started. When it is there, start AbcdConnect again."));

    public static void MapAbcdHealth(this IEndpointRouteBuilder routes)
    {
        // Alive: the process answers. Whether it can work is the other one's question.
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();
    }

    private static Task Write(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = Word(report.Status),
        version = Product.Version,
        checks = report.Entries.ToDictionary(e => e.Key, e => Word(e.Value.Status)),
        // Our own words only: what others say of themselves may hold more than everybody should read.
        whatToDo = report.Entries.Where(e => e.Value is { Status: HealthStatus.Unhealthy, Exception: null } && e.Key is "database" or "scheduler" or "migrations")
            .Select(e => e.Value.Description).OfType<string>().ToList(),
    });

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "strained",
        _ => "not ready",
    };

    private sealed class DatabaseCheck(AbcdDbContext db, DatabaseSettings settings) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            settings.WhatToDo() is { } missing
                ? HealthCheckResult.Unhealthy(missing)
                : await db.Database.CanConnectAsync(cancellationToken) && await db.Programmes.Select(p => p.Id).Take(1).CountAsync(cancellationToken) >= 0
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy();
    }

    private sealed class MigrationsCheck(AbcdDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            !db.Database.GetMigrations().Any() || !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database is older than this program. Run: abcd migrate");
    }
}
