using AbcdConnect.Domain.People;

namespace AbcdConnect.Domain.Outcomes.Measures;

/// <summary>One asking, as far as counting goes.</summary>
/// <param name="Answers">Empty where nothing was answered.</param>
public sealed record AskedOnce(PersonId Person, int Months, DateOnly DueOn, DateOnly? AnsweredOn, IReadOnlyCollection<string> Codes, IReadOnlyDictionary<string, AnswersTo> Answers);

/// <summary>Who was asked one measure, who answered, and who can be compared with themselves, in a stretch of time.</summary>
/// <remarks>
/// Somebody belongs to it whose beginning was asked by the last day, and of whom an answer afterwards was due or given between the first
/// and the last day. The first beginning counts; of what came afterwards, the last in the stretch. So everybody counts once, two records
/// of one person that were merged included. Wordings that mean the same are one cohort; a wording that does not has its own.
/// </remarks>
/// <param name="Wording">The newest of the wordings that mean the same.</param>
/// <param name="Asked">People of whom an answer afterwards was due or given.</param>
/// <param name="Answered">Of those, who answered at the beginning.</param>
/// <param name="OtherWording">Of those, who answered other words afterwards: they are not compared.</param>
public sealed record Cohort(MeasureDefinition Wording, int Asked, int Answered, int OtherWording, IReadOnlyList<PairedChange> Changes)
{
    /// <summary>The newest words first; earlier ones only where somebody answered them.</summary>
    /// <param name="wordings">All wordings of one measure.</param>
    /// <param name="askings">Of any measures and any time: what does not belong here is left out.</param>
    public static IReadOnlyList<Cohort> Of(IReadOnlyList<MeasureDefinition> wordings, IEnumerable<AskedOnce> askings, DateOnly from, DateOnly to)
    {
        var code = wordings[0].Code;
        var people = new List<(AskedOnce Before, AskedOnce? After)>();
        foreach (var own in askings.Where(a => a.Codes.Contains(code)).GroupBy(a => a.Person))
        {
            var before = own.Where(a => a.Months == 0 && a.DueOn <= to).OrderBy(a => !Has(a, code, to)).ThenBy(a => a.AnsweredOn ?? a.DueOn).FirstOrDefault();
            var later = own.Where(a => a.Months > 0).ToList();
            var given = later.Where(a => Has(a, code, to) && a.AnsweredOn >= from).OrderBy(a => a.AnsweredOn).ThenBy(a => a.Months).LastOrDefault();
            if (before is not null && (given is not null || later.Exists(a => a.DueOn >= from && a.DueOn <= to)))
            {
                people.Add((before, given));
            }
        }

        return
        [
            .. Families(wordings)
                .Select((family, at) => OfFamily(family, [.. people.Where(p => Has(p.Before, code, to) ? family.Exists(w => w.Wording == p.Before.Answers[code].Wording) : at == 0)], code, to))
                .Where((cohort, at) => at == 0 || cohort.Answered > 0),
        ];
    }

    private static Cohort OfFamily(List<MeasureDefinition> family, List<(AskedOnce Before, AskedOnce? After)> people, string code, DateOnly to)
    {
        var newest = family[0];
        var answered = people.Where(p => Has(p.Before, code, to)).Select(p => (First: p.Before.Answers[code], Last: p.After?.Answers[code])).ToList();
        var compared = answered.Where(p => p.Last is null || family.Exists(w => w.Wording == p.Last.Wording)).ToList();
        return new Cohort(
            newest,
            people.Count,
            answered.Count,
            answered.Count - compared.Count,
            [
                .. newest.Scores.Select(score => PairedChange.Of(
                    score,
                    [
                        .. from pair in compared
                           let was = score.Of(pair.First.Answers)
                           where was is not null
                           select new BeforeAfter(was.Value, pair.Last is null ? null : score.Of(pair.Last.Answers)),
                    ])),
            ]);
    }

    // Those that mean the same, the newest first.
    private static IEnumerable<List<MeasureDefinition>> Families(IReadOnlyList<MeasureDefinition> wordings)
    {
        var left = wordings.OrderByDescending(w => w.Wording).ToList();
        while (left.Count > 0)
        {
            var family = left.FindAll(w => MeasureDefinition.AreComparable(wordings, left[0].Wording, w.Wording));
            left.RemoveAll(family.Contains);
            yield return family;
        }
    }

    private static bool Has(AskedOnce asking, string code, DateOnly by) => asking.AnsweredOn <= by && asking.Answers.ContainsKey(code);
}
