using AbcdConnect.Application.Access;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Architecture.Tests;

/// <summary>Each rule, tried on something that breaks it: a guard that cannot fail guards nothing.</summary>
public sealed class RulesCanFailTests
{
    private static readonly Type[] Bad = [typeof(Unguarded), typeof(UnguardedHandler), typeof(Orphan), typeof(Misnamed), typeof(SomethingElse), typeof(UnguardedValidator), typeof(Sender)];

    [Fact]
    public void A_request_without_a_permission_is_found() => Rules.RequestsWithoutPermission(Bad).ShouldContain(w => w.StartsWith("Unguarded ", StringComparison.Ordinal));

    [Fact]
    public void A_public_handler_and_a_public_validator_are_found()
    {
        Rules.OpenHandlersAndValidators(Bad).ShouldContain(w => w.StartsWith("UnguardedHandler", StringComparison.Ordinal));
        Rules.OpenHandlersAndValidators(Bad).ShouldContain(w => w.StartsWith("UnguardedValidator", StringComparison.Ordinal));
    }

    [Fact]
    public void A_request_without_a_handler_and_one_with_a_strange_handler_are_found()
    {
        Rules.HandlersAstray(Bad).ShouldContain(w => w.StartsWith("Orphan has 0", StringComparison.Ordinal));
        Rules.HandlersAstray(Bad).ShouldContain(w => w.StartsWith("Misnamed is handled by", StringComparison.Ordinal));
    }

    [Fact]
    public void A_handler_in_another_file_is_found()
    {
        Rules.NotTogether([typeof(Unguarded)], _ => "public record Unguarded").ShouldHaveSingleItem();
        Rules.NotTogether([typeof(Unguarded)], _ => null).ShouldHaveSingleItem();
        Rules.ValidatorsAstray(Bad, _ => "public record Unguarded").ShouldHaveSingleItem();
    }

    [Fact]
    public void Somebody_who_sends_requests_is_found() => Rules.Senders(Bad).ShouldHaveSingleItem();

    [Fact]
    public void A_forbidden_reference_is_found() =>
        Rules.ForbiddenReferences(typeof(Application.ApplicationSetup).Assembly, name => name != "MediatR").ShouldHaveSingleItem();

    [Fact]
    public void A_folder_that_is_no_feature_is_found() =>
        Rules.UnknownFeatures([typeof(Rules)], "AbcdConnect", new HashSet<string>(StringComparer.Ordinal)).ShouldHaveSingleItem();

    public sealed record Unguarded : IRequest;

    public sealed class UnguardedHandler : IRequestHandler<Unguarded>
    {
        public Task Handle(Unguarded request, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public sealed class UnguardedValidator : AbstractValidator<Unguarded>;

    [Requires(Permission.SeePeople)]
    public sealed record Orphan : IRequest;

    [Requires(Permission.SeePeople)]
    public sealed record Misnamed : IRequest;

    public sealed class SomethingElse : IRequestHandler<Misnamed>
    {
        public Task Handle(Misnamed request, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public sealed class Sender(IMediator mediator)
    {
        public IMediator Mediator => mediator;
    }
}
