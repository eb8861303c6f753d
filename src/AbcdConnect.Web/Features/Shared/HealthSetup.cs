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
    });

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "strained",
        _ => "not ready",
    };

    private sealed class DatabaseCheck(AbcdDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken) && await db.Programmes.Select(p => p.Id).Take(1).CountAsync(cancellationToken) >= 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy();
    }

    private sealed class MigrationsCheck(AbcdDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            !db.Database.GetMigrations().Any() || !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy();
    }
}
