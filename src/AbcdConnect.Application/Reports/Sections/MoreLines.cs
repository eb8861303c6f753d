using System.Globalization;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>What a report says beyond its metrics, as lines of its CSV.</summary>
internal static class MoreLines
{
    public static IEnumerable<(string Place, string What, string Part, string Figure)> Of(ReportMore? more)
    {
        foreach (var place in more?.People?.Places ?? [])
        {
            yield return (place.Id == 0 ? "(in no neighbourhood)" : place.Name, "people-reached", "", Plain(place.Reached));
        }

        if (more?.People is { } people)
        {
            yield return ("", "people-reached", "", Plain(people.All));
        }

        if (more?.Together is { } together)
        {
            yield return ("", "activities-that-met", "", Number(together.Activities));
            yield return ("", "sessions-held", "", Number(together.Sessions));
            yield return ("", "visits", "", Plain(together.Came));
            foreach (var led in together.Led)
            {
                yield return ("", "activities-that-met", led.Title, Number(led.Count));
            }
        }

        if (more?.Ties is { } ties)
        {
            yield return ("", "ties-standing", "", Plain(ties.Standing));
            foreach (var kind in ties.Kinds)
            {
                yield return ("", "ties-standing", kind.Title, Plain(kind.Count));
            }

            yield return ("", "people-with-a-tie", "", Plain(ties.Tied));
            yield return ("", "people-with-a-tie", "with one that no worker made", Plain(ties.OnTheirOwn));
            yield return ("", "people-with-a-tie", "only by a worker's introduction", Plain(ties.OnlyIntroduced));
        }
    }

    private static string Plain(PublishedCount count) => count.Value is { } value ? Number(value) : count.ToString();

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
