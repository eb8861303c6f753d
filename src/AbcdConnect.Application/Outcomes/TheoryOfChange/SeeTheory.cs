using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.TheoryOfChange;

/// <summary>A programme's theory of change, as it stands or as it once stood; and which others there are.</summary>
/// <param name="Key">Null: the first.</param>
/// <param name="Edition">Null: the newest that is adopted; 0: the draft, for whoever may change it.</param>
[Requires(Permission.SeeTheory)]
public sealed record SeeTheory(string? Key = null, int? Edition = null) : IRequest<TheorySeen>;

/// <param name="Shown">Null where the programme has none yet.</param>
/// <param name="Templates">What could be begun from, for whoever may.</param>
public sealed record TheorySeen(TheoryShown? Shown, IReadOnlyList<TheoryTitle> Others, IReadOnlyList<TheoryContent> Templates, bool MayChange);

public sealed record TheoryTitle(string Key, string Title);

/// <param name="Version">Of the draft, where this is one.</param>
/// <param name="HasDraft">There is a draft newer than this.</param>
public sealed record TheoryShown(TheoryContent Content, int Edition, DateOnly? AdoptedOn, string? Why, long Version, bool HasDraft, IReadOnlyList<TheoryEdition> Editions)
{
    public bool IsDraft => AdoptedOn is null;
}

public sealed record TheoryEdition(int Edition, DateOnly? AdoptedOn, string? Why);

internal sealed class SeeTheoryHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeTheory, TheorySeen>
{
    public async Task<TheorySeen> Handle(SeeTheory request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var may = viewer.May(Permission.ChangeTheory);
        var all = await db.Theories.AsNoTracking().Where(t => t.ProgrammeId == viewer.ProgrammeId && (may || t.AdoptedOn != null))
            .OrderBy(t => t.Id).Select(t => new { t.Key, t.Edition, t.Title, t.AdoptedOn, t.Why }).ToListAsync(cancellationToken);
        var titles = all.GroupBy(t => t.Key).Select(g => new TheoryTitle(g.Key, g.MaxBy(t => t.Edition)!.Title)).ToList();
        var templates = may ? TheoryTemplates.All.Where(t => titles.TrueForAll(o => o.Key != t.Key)).ToList() : [];
        var key = request.Key ?? titles.FirstOrDefault()?.Key;
        if (key is null)
        {
            return new TheorySeen(null, [], templates, may);
        }

        var editions = all.Where(t => t.Key == key).OrderByDescending(t => t.Edition).ToList();
        // What is adopted is what holds; before anything is, the draft.
        var wanted = request.Edition switch
        {
            0 => editions.Find(e => e.AdoptedOn is null),
            { } number => editions.Find(e => e.Edition == number),
            null => editions.Find(e => e.AdoptedOn is not null) ?? editions.FirstOrDefault(),
        }
        ?? throw new NotFoundException("theory of change");
        var theory = await db.Theories.AsNoTracking().SingleAsync(t => t.ProgrammeId == viewer.ProgrammeId && t.Key == key && t.Edition == wanted.Edition, cancellationToken);
        return new TheorySeen(
            new TheoryShown(
                theory.Read(),
                theory.Edition,
                theory.AdoptedOn,
                theory.Why,
                theory.Version,
                theory.AdoptedOn is not null && editions.Exists(e => e.AdoptedOn is null),
                editions.ConvertAll(e => new TheoryEdition(e.Edition, e.AdoptedOn, e.Why))),
            titles.FindAll(t => t.Key != key),
            templates,
            may);
    }
}
