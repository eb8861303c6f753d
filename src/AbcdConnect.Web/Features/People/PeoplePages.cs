using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Features.People;

internal sealed record PeoplePage(PeopleFilter Filter, Page<PersonRow> People, ChoicesForPeople Choices)
{
    public IReadOnlyList<Choice> Neighbourhoods => NeighbourhoodChoices.Of(Choices);
}

/// <param name="Id">Null while somebody new is added.</param>
internal sealed record PersonFormPage(PersonForm Form, ChoicesForPeople Choices, IReadOnlyList<LikelyPerson> Likely, long? Id = null, EditConflict? Conflict = null, bool Joined = false)
{
    public IReadOnlyList<Choice> Neighbourhoods => NeighbourhoodChoices.Of(Choices);
}

internal sealed record PersonPage(PersonsStory Person, bool OldestFirst)
{
    public IReadOnlyList<PersonsGift> Gifts => [.. Person.Gifts.Where(g => g.Direction == GiftDirection.Gift)];

    public IReadOnlyList<PersonsGift> Asks => [.. Person.Gifts.Where(g => g.Direction == GiftDirection.Ask)];
}

internal sealed record GiftsPage(GiftsFilter Filter, Page<GiftRow> Gifts, ChoicesForPeople Choices)
{
    public IReadOnlyList<Choice> Neighbourhoods => NeighbourhoodChoices.Of(Choices);
}

/// <param name="GiftId">Null while a new one is added.</param>
internal sealed record GiftFormPage(GiftForm Form, long PersonId, string Person, long? GiftId, Choice? Chosen, EditConflict? Conflict = null);

internal sealed record ConsentFormPage(ConsentForm Form, long PersonId, string Person, IReadOnlyList<AgencyChoice> AgencyList)
{
    public IReadOnlyList<Choice> Agencies => [.. AgencyList.Select(a => new Choice(a.Name, a.Id.Value))];
}

/// <param name="With">Null while nobody has been chosen to compare with.</param>
internal sealed record MergePage(MergeForm Form, long Id, string Person, ComparedPeople? With, IReadOnlyList<PersonRow> Candidates, string? Q);

internal sealed record TaxonomyPage(Page<TermRow> Terms, TaxonomyFilter Filter);

internal sealed record TermFormPage(TermForm Form, long? Id, int Used);

internal sealed record DataProtectionPage(Page<DataProtectionRow> Asked);

internal static class NeighbourhoodChoices
{
    public static IReadOnlyList<Choice> Of(ChoicesForPeople choices) => [.. choices.Neighbourhoods.Select(n => new Choice(n.Name, n.Id.Value))];
}
