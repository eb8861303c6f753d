using System.Reflection;
using AbcdConnect.Application;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Architecture.Tests;

/// <summary>The structure of docs/architecture.md. That each rule can fail is shown in <see cref="RulesCanFailTests"/>.</summary>
public sealed class StructureTests
{
    private static readonly Assembly DomainLayer = typeof(AggregateRoot).Assembly;
    private static readonly Assembly ApplicationLayer = typeof(ApplicationSetup).Assembly;
    private static readonly Assembly InfrastructureLayer = typeof(InfrastructureSetup).Assembly;
    private static readonly Assembly WebLayer = typeof(AbcdController).Assembly;

    private static readonly HashSet<string> Features = new(StringComparer.Ordinal)
    {
        "Access", "Activities", "Assets", "Connections", "Conversations", "Feeds", "Mail", "Meetings", "Metrics", "OpenReferral", "Outbox", "Outcomes", "People", "Programmes", "Reports", "Research", "Search", "Signposting",
    };

    [Fact]
    public void The_domain_knows_the_base_class_library_only() =>
        Rules.ForbiddenReferences(DomainLayer, name => name.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_application_knows_neither_the_web_nor_a_database_provider() =>
        Rules.ForbiddenReferences(ApplicationLayer, name =>
            !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            && name is not ("Microsoft.EntityFrameworkCore.Relational" or "Microsoft.EntityFrameworkCore.Sqlite" or "Microsoft.EntityFrameworkCore.SqlServer" or "Microsoft.Data.Sqlite" or "Microsoft.Data.SqlClient" or "Quartz")
            && (!name.StartsWith("AbcdConnect.", StringComparison.Ordinal) || name == "AbcdConnect.Domain")).ShouldBeEmpty();

    [Fact]
    public void The_infrastructure_does_not_know_who_uses_it() =>
        Rules.ForbiddenReferences(InfrastructureLayer, name => !name.StartsWith("AbcdConnect.", StringComparison.Ordinal) || name is "AbcdConnect.Domain" or "AbcdConnect.Application").ShouldBeEmpty();

    [Fact]
    public void Every_request_declares_one_permission()
    {
        Rules.Requests(ApplicationLayer.GetTypes()).Count().ShouldBeGreaterThan(1);
        Rules.RequestsWithoutPermission(ApplicationLayer.GetTypes()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_has_one_handler_called_after_it() => Rules.HandlersAstray(ApplicationLayer.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void Handlers_and_validators_are_internal_and_sealed() => Rules.OpenHandlersAndValidators(ApplicationLayer.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void Request_validator_and_handler_stand_together()
    {
        Rules.NotTogether(Rules.Requests(ApplicationLayer.GetTypes()), Sources.Of).ShouldBeEmpty();
        Rules.ValidatorsAstray(ApplicationLayer.GetTypes(), Sources.Of).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_edges_send_requests() => Rules.Senders(ApplicationLayer.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void Every_use_case_stands_in_application() =>
        Rules.Requests(InfrastructureLayer.GetTypes()).Concat(Rules.Requests(WebLayer.GetTypes())).ShouldBeEmpty();

    [Fact]
    public void Features_are_named_alike_in_every_project()
    {
        Rules.UnknownFeatures(DomainLayer.GetTypes(), "AbcdConnect.Domain", Features.With("Common", "Home")).ShouldBeEmpty();
        Rules.UnknownFeatures(ApplicationLayer.GetTypes(), "AbcdConnect.Application", Features.With("Common", "Home")).ShouldBeEmpty();
        Rules.UnknownFeatures(InfrastructureLayer.GetTypes(), "AbcdConnect.Infrastructure", Features.With("Database", "Demo")).ShouldBeEmpty();
        Rules.UnknownFeatures(WebLayer.GetTypes(), "AbcdConnect.Web.Features", Features.With("Shared", "Home", "Help", "Patterns")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_controller_is_one_of_ours_in_its_features_folder()
    {
        var controllers = WebLayer.GetTypes().Where(t => typeof(Microsoft.AspNetCore.Mvc.ControllerBase).IsAssignableFrom(t) && !t.IsAbstract).ToList();
        controllers.ShouldNotBeEmpty();
        controllers.Where(c => c.Namespace?.StartsWith("AbcdConnect.Web.Features.", StringComparison.Ordinal) != true).ShouldBeEmpty();
    }

    [Fact]
    public void No_use_case_and_no_page_writes_sql()
    {
        string[] raw = ["FromSql", "ExecuteSql", "SqlQuery"];
        var files = Sources.In("src/AbcdConnect.Application", "*.cs").Concat(Sources.In("src/AbcdConnect.Web", "*.cs")).ToList();
        files.ShouldNotBeEmpty();
        files.Where(f => raw.Any(r => f.Text.Contains(r, StringComparison.Ordinal))).Select(f => f.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_catches_everything_in_a_use_case() =>
        Sources.In("src/AbcdConnect.Application", "*.cs").Concat(Sources.In("src/AbcdConnect.Domain", "*.cs"))
            .Where(f => f.Text.Contains("catch (Exception", StringComparison.Ordinal) || f.Text.Contains("catch\n", StringComparison.Ordinal))
            .Select(f => f.Path).ShouldBeEmpty();

    [Fact]
    public void Every_request_is_sent_by_a_test_or_by_a_page_that_the_walk_of_all_routes_opens()
    {
        var senders = string.Join('\n', Sources.In("tests", "*.cs").Concat(Sources.In("src/AbcdConnect.Web", "*.cs")).Select(f => f.Text));
        Rules.Requests(ApplicationLayer.GetTypes())
            .Where(r => !senders.Contains($"new {r.Name}(", StringComparison.Ordinal) && !senders.Contains($"new {r.Name} {{", StringComparison.Ordinal) && !senders.Contains($" {r.Name} ", StringComparison.Ordinal) && !senders.Contains($"{r.Name}.", StringComparison.Ordinal))
            .Select(r => r.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_page_holds_a_script_or_a_style_of_its_own()
    {
        var pages = Sources.In("src/AbcdConnect.Web", "*.cshtml").ToList();
        pages.ShouldNotBeEmpty();
        // What is printed brings its styles with it, and is never sent to a browser.
        pages.Where(p => !p.Path.Contains("Report", StringComparison.Ordinal) && !p.Path.EndsWith("/Booklet.cshtml", StringComparison.Ordinal))
            .Where(p => p.Text.Contains("<style", StringComparison.OrdinalIgnoreCase) || p.Text.Contains(" style=\"", StringComparison.OrdinalIgnoreCase) || p.Text.Contains(" onclick=", StringComparison.OrdinalIgnoreCase) || p.Text.Contains("<script>", StringComparison.OrdinalIgnoreCase))
            .Select(p => p.Path)
            .ShouldBeEmpty();
    }
}

internal static class SetExtensions
{
    public static HashSet<string> With(this HashSet<string> set, params string[] more) => new(set.Concat(more), StringComparer.Ordinal);
}
