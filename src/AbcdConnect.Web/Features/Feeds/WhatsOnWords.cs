using AbcdConnect.Application.Feeds;
using AbcdConnect.Web.Features.Activities;
using AbcdConnect.Web.Features.Assets;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Feeds;

/// <summary>How "what's on" says things, on the web and in the booklet.</summary>
internal static class WhatsOnWords
{
    private const int LongestWords = 400;

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>From Monday to Sunday, then those without a day; in a day the earliest first.</summary>
    public static IReadOnlyList<(string Day, IReadOnlyList<OnActivity> Activities)> ByDay(IEnumerable<OnActivity> activities) =>
    [
        .. activities.GroupBy(a => a.OnDay is not null ? -2 : a.Day is { } day ? Array.IndexOf(Week, day) : 7).OrderBy(g => g.Key)
            .Select(g => (g.Key switch { -2 => "Soon", 7 => "No fixed day", var day => Week[day].ToString() }, (IReadOnlyList<OnActivity>)[.. g.OrderBy(a => a.OnDay).ThenBy(a => a.StartsAt).ThenBy(a => a.Name, StringComparer.Ordinal)])),
    ];

    public static IReadOnlyList<(string Kind, IReadOnlyList<OnPlace> Places)> ByKind(IEnumerable<OnPlace> places) =>
        [.. places.GroupBy(p => p.Kind).OrderBy(g => g.Key).Select(g => (AssetWords.Several(g.Key), (IReadOnlyList<OnPlace>)[.. g]))];

    public static string When(OnActivity activity) => activity.OnDay is { } day
        ? string.Join(", ", new[] { UkText.LongDate(day), activity.StartsAt is { } at ? UkText.Time(at) : null }.OfType<string>())
        : ActivityWords.When(activity.Frequency, activity.Day, activity.StartsAt, activity.EndsAt);

    public static IEnumerable<string> Lines(OnPlace place)
    {
        var words = place.Words is { Length: > LongestWords } ? place.Words[..LongestWords].TrimEnd() + "…" : place.Words;
        var hours = AssetWords.Hours(place.Hours).ToList();
        return new[]
        {
            words, place.Where, hours.Count > 0 ? string.Join("; ", hours) : place.OpeningTimes, place.Cost, place.Access, string.Join(" · ", new[] { place.Phone, place.Email }.OfType<string>()),
        }.OfType<string>().Where(l => l.Length > 0);
    }

    /// <summary>A web address as one writes it by hand.</summary>
    public static string Short(string address) => address.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal).Replace("www.", "", StringComparison.Ordinal).TrimEnd('/');

    /// <summary>Letters that may stand between quotation marks in a style sheet.</summary>
    public static string ForCss(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '\u2019' or ',' or '.'));
}
