using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports.Disclosure;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>The programme: what it is called, who funds it, since when, and how much there is to see of it.</summary>
[Requires(Permission.SeeProgramme)]
public sealed record SeeProgramme : IRequest<ProgrammeView>;

/// <param name="Targets">Promises that hold this month.</param>
/// <param name="Fte">Full-time equivalents at work this month.</param>
public sealed record ProgrammeView(string Name, string? Commissioner, DateOnly StartsOn, long Version, int Neighbourhoods, int Targets, decimal Fte, bool MayChange, int? DaysListLength = null, int? KeepInTouchWeeks = null, bool PhonesMayKeep = true, bool SharesOpenly = false, DisclosureRule Disclosure = DisclosureRule.HideOneToFour);

internal sealed class SeeProgrammeHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeProgramme, ProgrammeView>
{
    public async Task<ProgrammeView> Handle(SeeProgramme request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var programme = await db.Programmes.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("programme");
        var month = YearMonth.Containing(clock.Today());
        var targets = await db.Targets.VisibleTo(viewer).Select(t => new { t.From, t.To }).ToListAsync(cancellationToken);
        var posts = await db.Staffing.VisibleTo(viewer).AsNoTracking().ToListAsync(cancellationToken);
        return new ProgrammeView(
            programme.Name,
            programme.Commissioner,
            programme.StartsOn,
            programme.Version,
            await db.Neighbourhoods.VisibleTo(viewer).CountAsync(cancellationToken),
            targets.Count(t => t.From <= month && (t.To is null || month <= t.To)),
            posts.Where(p => p.IsIn(month)).Sum(p => p.Fte),
            viewer.May(Permission.ChangeProgramme),
            programme.DaysListLength,
            programme.KeepInTouchWeeks,
            !programme.PhonesKeepNothing,
            programme.SharesOpenly,
            programme.DisclosureRule);
    }
}
