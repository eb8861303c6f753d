using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports.Disclosure;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Puts the programme's name, funder or start right, and how long its workers' days are.</summary>
/// <param name="DaysListLength">How many things stand on a worker's list of a day; null for the usual number.</param>
/// <param name="KeepInTouchWeeks">After how many weeks those who asked to be kept in touch with come to mind; null for the usual number.</param>
/// <param name="PhonesMayKeep">Whether workers' phones may keep anything to work without signal.</param>
/// <param name="SharesOpenly">Whether anybody may read what is public of the asset map; null leaves it as it is.</param>
/// <param name="Disclosure">By which rule counts of few people are hidden; null leaves it as it is.</param>
[Requires(Permission.ChangeProgramme)]
public sealed record ChangeProgramme(string Name, string? Commissioner, DateOnly? StartsOn, long Version, int? DaysListLength = null, int? KeepInTouchWeeks = null, bool PhonesMayKeep = true, bool? SharesOpenly = null, DisclosureRule? Disclosure = null) : IRequest;

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
        RuleFor(r => r.DaysListLength).InclusiveBetween(1, 30).WithMessage("A day's list holds between 1 and 30 things");
        RuleFor(r => r.Disclosure).IsInEnum().WithMessage("Choose one of the two rules");
        RuleFor(r => r.KeepInTouchWeeks).InclusiveBetween(1, 52).WithMessage("Enter a number of weeks between 1 and 52");
    }
}

internal sealed class ChangeProgrammeHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeProgramme>
{
    public async Task Handle(ChangeProgramme request, CancellationToken cancellationToken)
    {
        var programme = await db.Programmes.VisibleTo(current.Required()).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("programme");
        programme.MustStillBe(request.Version);
        programme.Change(request.Name, request.Commissioner, request.StartsOn!.Value);
        programme.SetDays(request.DaysListLength, request.KeepInTouchWeeks);
        programme.SetPhones(request.PhonesMayKeep);
        programme.ShareOpenly(request.SharesOpenly ?? programme.SharesOpenly, Guid.NewGuid());
        programme.PublishBy(request.Disclosure ?? programme.DisclosureRule);
        await db.SaveChangesAsync(cancellationToken);
    }
}
