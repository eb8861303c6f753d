using AbcdConnect.Application.Connections;

namespace AbcdConnect.Web.Features.Connections;

/// <summary>Words of the "And now?" page.</summary>
public static class NextText
{
    public static string Consent(MatchedPerson match) => (match.Mine == ConsentStanding.Agreed, match.Theirs == ConsentStanding.Agreed) switch
    {
        (true, true) => "Both have said yes to being introduced",
        (true, false) => $"{match.Name} has not said yes yet",
        (false, true) => $"{match.ForName} has not said yes yet",
        _ => "Neither has said yes yet",
    };
}

/// <summary>A place with the button that tells somebody about it.</summary>
/// <param name="Action">Where the button posts to.</param>
/// <param name="Button">What stands on it.</param>
public sealed record PlaceToTell(MatchedPlace Place, string Action, string Button)
{
    public string Address => Place.Asset is { } asset ? $"/assets/{asset}" : $"/activities/{Place.Activity}";

    /// <summary>As a form takes it: asset-12 or activity-3.</summary>
    public string Target => Place.Asset is { } asset ? $"asset-{asset}" : $"activity-{Place.Activity}";
}
