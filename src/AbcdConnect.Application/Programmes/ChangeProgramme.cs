using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Puts the programme's name, funder or start right.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record ChangeProgramme(string Name, string? Commissioner, DateOnly? StartsOn, long Version) : IRequest;

internal sealed class ChangeProgrammeValidator : AbstractValidator<ChangeProgramme>
{
    public ChangeProgrammeValidator()
    {
        RuleFor(r => r.Name)
            .NotEmpty().WithMessage("Enter the programme's name")
            .MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(r => r.Commissioner).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(r => r.StartsOn)
            .NotNull().WithMessage("Enter the day it began")
            .Must(on => on is null || on.Value.Year is >= 1990 and <= 2100).WithMessage("Enter a day between 1990 and 2100");
    }
}

internal sealed class ChangeProgrammeHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeProgramme>
{
    public async Task Handle(ChangeProgramme request, CancellationToken cancellationToken)
    {
        var programme = await db.Programmes.VisibleTo(current.Required()).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("programme");
        programme.MustStillBe(request.Version);
        programme.Change(request.Name, request.Commissioner, request.StartsOn!.Value);
        await db.SaveChangesAsync(cancellationToken);
    }
}
