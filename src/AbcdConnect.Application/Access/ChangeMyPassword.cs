using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace AbcdConnect.Application.Access;

/// <summary>Somebody changes their own password. Every other sign-in of theirs ends.</summary>
/// <param name="Present">Left out where the present one is temporary.</param>
[OpenToAll]
public sealed record ChangeMyPassword(string? Present, string Chosen, string Again) : IRequest
{
    // A record writes its values when printed; a password is never printed.
    public override string ToString() => nameof(ChangeMyPassword);
}

internal sealed class ChangeMyPasswordValidator : AbstractValidator<ChangeMyPassword>
{
    public ChangeMyPasswordValidator()
    {
        RuleFor(r => r.Chosen).NotEmpty().WithMessage("Enter a new password").MaximumLength(200).WithMessage("Use at most 200 letters");
        RuleFor(r => r.Again).Equal(r => r.Chosen).WithMessage("The two do not match. Type the new password again").When(r => !string.IsNullOrEmpty(r.Chosen));
    }
}

internal sealed class ChangeMyPasswordHandler(ICurrentViewer current, IAccounts accounts) : IRequestHandler<ChangeMyPassword>
{
    public async Task Handle(ChangeMyPassword request, CancellationToken cancellationToken)
    {
        var me = current.Required().UserId ?? throw new InvalidOperationException("The machine itself has no password.");
        if (await accounts.ChangePasswordAsync(me, request.Present, request.Chosen, cancellationToken) is { } refused)
        {
            throw new ValidationException([new ValidationFailure(refused.AtPresent ? nameof(request.Present) : nameof(request.Chosen), refused.Why)]);
        }
    }
}
