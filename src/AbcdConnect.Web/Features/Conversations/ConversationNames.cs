using AbcdConnect.Application.Conversations;

namespace AbcdConnect.Web.Features.Conversations;

/// <summary>Puts what was typed without choosing where it belongs in the form: so the page works alike without script.</summary>
internal static class ConversationNames
{
    /// <summary>Whether a field's typed value has been put elsewhere, and must not be shown again in its old place.</summary>
    public static bool Settles(string key) => key is nameof(ConversationForm.PersonIds) or nameof(ConversationForm.PersonNames) or nameof(ConversationForm.NewPeople)
        or nameof(ConversationForm.PlaceId) or nameof(ConversationForm.PlaceName) or nameof(ConversationForm.NewPlace);

    /// <returns>False where a name fits several, and none of them is ticked.</returns>
    public static bool SettlePeople(ConversationForm form, IReadOnlyList<NameTyped> names, bool asNew)
    {
        List<string> open = [];
        foreach (var name in names)
        {
            if (name.Fits.Any(f => form.PersonIds.Contains(f.Id.Value)))
            {
                continue;
            }

            if (asNew || name.Fits.Count == 0)
            {
                form.NewPeople.Add(name.Name);
            }
            else if (name is { Exactly: true, Fits: [var only] })
            {
                form.PersonIds.Add(only.Id.Value);
            }
            else
            {
                open.Add(name.Name);
            }
        }

        form.PersonNames = open.Count == 0 ? null : string.Join(", ", open);
        return open.Count == 0;
    }

    /// <returns>False where the name is on the map more than once or not at all.</returns>
    public static bool SettlePlace(ConversationForm form, IReadOnlyList<NamedAsset> places, bool asNew)
    {
        var typed = form.PlaceName?.Trim();
        if (string.IsNullOrEmpty(typed))
        {
            return true;
        }

        if (form.PlaceId is { } chosen && places.Any(p => p.Id.Value == chosen))
        {
            form.PlaceName = null;
            return true;
        }

        var exact = places.Where(p => string.Equals(p.Name, typed, StringComparison.CurrentCultureIgnoreCase)).ToList();
        if (!asNew && exact is [var only])
        {
            (form.PlaceId, form.NewPlace, form.PlaceName) = (only.Id.Value, null, null);
            return true;
        }

        if (asNew || string.Equals(form.NewPlace, typed, StringComparison.Ordinal))
        {
            (form.PlaceId, form.NewPlace, form.PlaceName) = (null, typed, null);
            return true;
        }

        return false;
    }
}
