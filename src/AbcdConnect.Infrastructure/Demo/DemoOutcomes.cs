using System.Globalization;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Outcomes.Stories;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>What the demo borough hopes for, asks, and was told.</summary>
internal static class DemoOutcomes
{
    /// <summary>The template that fits a borough, adopted on the programme's first day.</summary>
    public static Theory Theory(ProgrammeId programme, DateOnly on)
    {
        var theory = Domain.Outcomes.TheoryOfChange.Theory.Draft(programme, TheoryTemplates.Of("stronger-communities")!);
        theory.Adopt(on, null, "Talked through at the first meeting");
        return theory;
    }

    /// <summary>Everybody who was asked: the beginning with what came of it, and the times after it that the beginning set.</summary>
    public static IEnumerable<Asking> Askings(ProgrammeId programme, IReadOnlyList<DemoRow> rows, DemoCalendar calendar, DateOnly today, Func<string, (PersonId Id, NeighbourhoodId? Place)> person, Func<NeighbourhoodId?, DateOnly, UserId?> worker)
    {
        foreach (var own in rows.GroupBy(r => r.Text("person"), StringComparer.Ordinal))
        {
            var (id, place) = person(own.Key);
            var first = own.First();
            var began = calendar.Move(first.Date("on")!.Value);
            var codes = first["answers"] is null ? MeasureLibrary.All.Where(m => m.OnByDefault).Select(m => m.Code) : Answers(first).Keys;
            var beginning = Asking.Begin(programme, id, place, codes, began);
            Settle(beginning, first, began, worker(place, began));
            yield return beginning;
            if (beginning.AnsweredOn is null)
            {
                continue;
            }

            var after = own.Skip(1).ToDictionary(r => r.Number0("months"));
            DateOnly? stopped = null;
            foreach (var next in beginning.FollowUps(Programme.UsualFollowUps))
            {
                if (stopped is { } day)
                {
                    next.Close(AskingEnd.Stopped, day);
                }
                else if (after.TryGetValue(next.Months, out var row) && calendar.Move(row.Date("on")!.Value) is var on && on <= today)
                {
                    Settle(next, row, on, worker(place, on));
                    stopped = next.End == AskingEnd.Stopped ? on : null;
                }

                yield return next;
            }
        }
    }

    /// <summary>A panel that has sat.</summary>
    public static StoryRound Round(ProgrammeId programme, IReadOnlyDictionary<string, StoryId> stories, DateOnly opened, DateOnly closed)
    {
        const string chosen = "Two eggs and a tea towel";
        (string Title, string Why)[] read =
        [
            (chosen, "He was asked what he was good at, and ended with the key. Nobody is paid in that room any more, and it goes on: that is the change that lasts."),
            ("The street that closed", "Forty doors, and two other streets after. A near second: it changed a street, and the first changed what a man thinks of himself."),
            ("A choir in the middle of a concert", "Lovely, and it might have come about without anybody being paid to introduce them."),
        ];
        var round = StoryRound.Open(programme, "What was the most significant change of this year, in who leads?", "Two residents, the housing officer, the practice nurse", read.Select(r => stories[r.Title]), opened);
        foreach (var (title, why) in read)
        {
            round.Choose(stories[title], title == chosen, why);
        }

        round.Close(closed, "We look for who holds the key at the end. Two of us had looked for how many came.");
        return round;
    }

    private static void Settle(Asking asking, DemoRow row, DateOnly on, UserId? by)
    {
        if (row["answers"] is not null)
        {
            var how = row.Kind<AskingHow>("how");
            asking.Answer(MeasureLibrary.All, Answers(row), on, how, how == AskingHow.Online ? null : by);
        }
        else
        {
            asking.Close(row.Kind<AskingEnd>("end"), on);
        }
    }

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Answers(DemoRow row) => row.List("answers")
        .Select(a => a.Split('.', '='))
        .GroupBy(a => a[0], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, int>)g.ToDictionary(a => a[1], a => int.Parse(a[2], CultureInfo.InvariantCulture), StringComparer.Ordinal), StringComparer.Ordinal);
}
