using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>A gift or an ask heard in a conversation.</summary>
/// <param name="Id">Where it is there already. Without words it then goes.</param>
/// <param name="Words">In the person's words.</param>
/// <param name="TermName">The taxonomy entry's name, where it was typed rather than chosen.</param>
/// <param name="OfSomebodyElse">Not of whoever talked ("my sister can sew"): it stays with the conversation, on nobody's page.</param>
public sealed record HeardGift(GiftDirection Direction, GiftKind Kind, string? Words, GiftTermId? Term = null, GiftId? Id = null, string? TermName = null, bool OfSomebodyElse = false);

/// <summary>A place not on the map yet, added with the conversation that was held there.</summary>
public sealed record NewPlace(string Name, AssetKind Kind = AssetKind.Place);

internal sealed class ConversationDetailsValidator : AbstractValidator<ConversationDetails>
{
    public ConversationDetailsValidator(TimeProvider clock)
    {
        RuleFor(d => d.Heard)
            .NotEmpty().WithMessage("Enter what you heard, in a few words")
            .MaximumLength(Words.LongestText).WithMessage("This is longer than forty pages. Shorten it, or log the rest as a second conversation");
        RuleFor(d => d.Ideas).MaximumLength(Words.LongestText).WithMessage("This is longer than forty pages. Shorten it");
        RuleFor(d => d.NextStep).MaximumLength(2000).WithMessage("A next step has at most 2,000 letters");
        RuleFor(d => d.GroupName).MaximumLength(Words.LongestLine).WithMessage("A group's name has at most 200 letters");
        RuleFor(d => d.HeldOn)
            .LessThanOrEqualTo(_ => clock.Today()).WithMessage("The date has not come yet. Enter the day you talked")
            .GreaterThan(new DateOnly(1990, 1, 1)).WithMessage("Enter the day you talked, such as 12 November 2026");
        RuleFor(d => d.NextStepDue)
            .Must((d, due) => due is null || due >= d.HeldOn).WithMessage("The next step would be due before you talked. Enter a later day");
    }
}

internal sealed class HeardGiftValidator : AbstractValidator<HeardGift>
{
    public HeardGiftValidator() => RuleFor(g => g.Words).MaximumLength(500).WithMessage("Keep each gift or ask to 500 letters; the rest fits in what you heard");
}

internal sealed class NewPlaceValidator : AbstractValidator<NewPlace>
{
    public NewPlaceValidator() =>
        RuleFor(p => p.Name)
            .NotEmpty().WithMessage("Enter the place's name")
            .MaximumLength(Words.LongestLine).WithMessage("A place's name has at most 200 letters");
}

/// <summary>What logging and changing a conversation have in common: making what is new, and checking what is named.</summary>
internal static class ConversationParts
{
    /// <summary>Checks that everybody and everything named is the viewer's to name; fills in the neighbourhood where none was
    /// chosen; adds (without saving) the people and the place that are new.</summary>
    public static async Task<(ConversationDetails Details, IReadOnlyList<Person> NewPeople, Asset? NewPlace)> Make(
        IAbcdDbContext db, Viewer viewer, DateOnly today, ConversationDetails details, IReadOnlyList<PersonDetails> newPeople, NewPlace? newPlace, Conversation? before, CancellationToken token)
    {
        var named = details.People.Distinct().Where(p => before is null || before.People.All(known => known.PersonId != p)).ToList();
        var seen = await db.People.VisibleTo(viewer, db, today).Where(p => EF.Parameter(named).Contains(p.Id)).Select(p => new { p.Id, p.NeighbourhoodId }).ToListAsync(token);
        if (seen.Count < named.Count)
        {
            // Somebody was merged since the form was opened.
            details = details with { People = await db.FollowMerges(viewer, details.People, token) };
            named = details.People.Distinct().Where(p => before is null || before.People.All(known => known.PersonId != p)).ToList();
            seen = await db.People.VisibleTo(viewer, db, today).Where(p => EF.Parameter(named).Contains(p.Id)).Select(p => new { p.Id, p.NeighbourhoodId }).ToListAsync(token);
            if (seen.Count < named.Count)
            {
                throw new NotFoundException("person");
            }
        }

        NeighbourhoodId? placeIn = null;
        if (details.PlaceId is { } place)
        {
            var found = await db.Assets.Where(a => a.Id == place && a.ProgrammeId == viewer.ProgrammeId).Select(a => new { a.NeighbourhoodId }).SingleOrDefaultAsync(token)
                ?? throw new NotFoundException("asset");
            placeIn = found.NeighbourhoodId;
        }

        NeighbourhoodId? neighbourhood;
        if (details.NeighbourhoodId is { } chosen)
        {
            neighbourhood = before?.NeighbourhoodId == chosen || await MayUse(db, viewer, chosen, token) ? chosen : throw new NotFoundException("neighbourhood");
        }
        else
        {
            // Where the person lives says more than where the kettle was.
            var first = details.People.Select(p => seen.Find(s => s.Id == p)?.NeighbourhoodId).FirstOrDefault(n => n is not null);
            neighbourhood = new[] { first, placeIn }.FirstOrDefault(n => n is { } some && (viewer.Role != Role.Worker || viewer.Neighbourhoods.Contains(some)))
                ?? (viewer is { Role: Role.Worker, Neighbourhoods: [var only] } ? only : null);
        }

        var people = newPeople.Select(p => Person.Meet(viewer.ProgrammeId, viewer.UserId, today, p with { NeighbourhoodId = p.NeighbourhoodId ?? neighbourhood })).ToList();
        db.People.AddRange(people);
        var asset = newPlace is null ? null : Asset.Add(viewer.ProgrammeId, viewer.UserId, today, new AssetDetails(newPlace.Kind, newPlace.Name, NeighbourhoodId: neighbourhood));
        if (asset is not null)
        {
            db.Assets.Add(asset);
        }

        return (details with { NeighbourhoodId = neighbourhood }, people, asset);
    }

    /// <summary>Adds (without saving) the gifts heard, to the first person or to the conversation where nobody is named;
    /// changes and takes away those that were there.</summary>
    /// <returns>Whether any is otherwise than before.</returns>
    public static async Task<bool> HearGifts(IAbcdDbContext db, Conversation conversation, PersonId? first, IReadOnlyList<HeardGift> heard, CancellationToken token)
    {
        var present = heard.Any(g => g.Id is not null)
            ? await db.Gifts.Where(g => g.ConversationId == conversation.Id).ToListAsync(token)
            : [];
        var terms = heard.Select(h => h.Term).OfType<GiftTermId>().Distinct().ToList();
        var known = terms.Count == 0 ? [] : await db.GiftTerms.Where(t => EF.Parameter(terms).Contains(t.Id)).Select(t => t.Id).ToListAsync(token);
        var moved = false;
        foreach (var gift in heard)
        {
            var words = Words.Tidy(gift.Words);
            GiftTermId? term = gift.Term is { } asked && known.Contains(asked) ? asked : null;
            if (term is null && Words.Tidy(gift.TermName)?.ToLowerInvariant() is { } name)
            {
                var named = await db.GiftTerms.Where(t => t.Name.ToLower() == name).OrderBy(t => t.Id).Select(t => t.Id).Take(1).ToListAsync(token);
                term = named.Count > 0 ? named[0] : throw new DomainRuleException($"“{gift.TermName}” is not in the list of gifts. Try another word for it, or leave that box empty.");
            }

            if (gift.Id is { } id)
            {
                var stored = present.Find(g => g.Id == id) ?? throw new NotFoundException("gift");
                if (words is null)
                {
                    db.Gifts.Remove(stored);
                    moved = true;
                }
                else
                {
                    moved |= (stored.Direction, stored.Kind, stored.TermId, stored.Words) != (gift.Direction, gift.Kind, term, words);
                    stored.Change(gift.Direction, gift.Kind, term, words);
                }
            }
            else if (words is not null)
            {
                db.Gifts.Add(Gift.Hear(conversation.ProgrammeId, gift.OfSomebodyElse ? null : first, conversation.Id, gift.Direction, gift.Kind, term, words, conversation.HeldOn));
                moved = true;
            }
        }

        return moved;
    }

    public static Task<bool> MayUse(IAbcdDbContext db, Viewer viewer, NeighbourhoodId neighbourhood, CancellationToken token) =>
        viewer.Role == Role.Worker && !viewer.IsSystem && !viewer.Neighbourhoods.Contains(neighbourhood)
            ? Task.FromResult(false)
            : db.Neighbourhoods.AnyAsync(n => n.Id == neighbourhood && n.ProgrammeId == viewer.ProgrammeId, token);
}
