using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>How things are for one person, in their own answers: what was asked and answered when, and what comes next.</summary>
[Requires(Permission.ChangePeople)]
public sealed record SeeAskings(PersonId Person) : IRequest<PersonsAskings>;

/// <param name="MayBegin">What could be asked for a first time: what the programme asks.</param>
/// <param name="FollowUps">After how many months they would be asked again.</param>
/// <param name="HasBegun">They have been asked a first time, and have neither stopped nor declined.</param>
public sealed record PersonsAskings(PersonId Person, string FirstName, string Name, bool HasBegun, IReadOnlyList<PersonsAsking> Askings, IReadOnlyList<PersonsScore> Scores, IReadOnlyList<MeasureDefinition> MayBegin, IReadOnlyList<int> FollowUps);

public sealed record PersonsAsking(AskingId Id, int Months, DateOnly DueOn, DateOnly? AnsweredOn, AskingHow? How, DateOnly? ClosedOn, AskingEnd? End, IReadOnlyList<string> Titles, int Answered, int Questions)
{
    public bool IsOpen => AnsweredOn is null && ClosedOn is null;
}

/// <summary>One score over time; a time without it has none, which is not nought.</summary>
/// <param name="Values">In the order of the answered askings.</param>
public sealed record PersonsScore(string Measure, string Title, IReadOnlyList<decimal?> Values);

internal sealed class SeeAskingsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeAskings, PersonsAskings>
{
    public async Task<PersonsAskings> Handle(SeeAskings request, CancellationToken cancellationToken)
    {
        var (viewer, today, id) = (current.Required(), clock.Today(), request.Person);
        var person = await db.People.VisibleTo(viewer, db, today).Where(p => p.Id == id)
            .Select(p => new NamedPerson(p.Id, p.FirstName, p.KnownAs, p.LastName)).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("person");
        var shelf = await MeasureShelf.Read(db, viewer.ProgrammeId, cancellationToken);
        var askings = await db.Askings.AsNoTracking().VisibleTo(viewer, db, today).Where(a => a.PersonId == id).OrderBy(a => a.DueOn).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var answered = askings.Where(a => a.AnsweredOn is not null).OrderBy(a => a.AnsweredOn).ThenBy(a => a.Id).Select(a => Asking.Read(a.Answers)).ToList();
        return new PersonsAskings(
            person.Id,
            person.FirstName,
            person.Name,
            askings.Exists(a => a.IsOpen || a.AnsweredOn is not null),
            [.. askings.Select(a => Row(a, shelf))],
            [.. from newest in shelf.Newest
                from measure in Lines(shelf, newest, answered)
                from score in measure.Scores
                let values = answered.Select(a => Value(shelf, measure, score, a)).ToList()
                where values.Exists(v => v is not null)
                select new PersonsScore(measure.Label, score.Title, values)],
            [.. shelf.Asked],
            (await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == viewer.ProgrammeId, cancellationToken)).FollowUpMonths);
    }

    private static PersonsAsking Row(Asking asking, MeasureShelf shelf)
    {
        var answers = Asking.Read(asking.Answers);
        var asked = asking.AnsweredOn is null
            ? shelf.Now(asking.Codes)
            : [.. asking.Codes.Select(c => answers.TryGetValue(c, out var given) ? shelf.Wording(c, given.Wording) : shelf.Current(c)).OfType<MeasureDefinition>()];
        return new PersonsAsking(
            asking.Id,
            asking.Months,
            asking.DueOn,
            asking.AnsweredOn,
            asking.How,
            asking.ClosedOn,
            asking.End,
            [.. asked.Select(m => m.Label)],
            answers.Values.Sum(a => a.Answers.Count),
            asked.Sum(m => m.Questions.Count));
    }

    // The newest words; and earlier ones that were answered and do not mean the same: they have lines of their own.
    private static List<MeasureDefinition> Lines(MeasureShelf shelf, MeasureDefinition newest, List<IReadOnlyDictionary<string, AnswersTo>> answered)
    {
        var (wordings, lines) = (shelf.Wordings(newest.Code), new List<MeasureDefinition> { newest });
        foreach (var earlier in wordings.Where(w => answered.Exists(a => a.TryGetValue(w.Code, out var given) && given.Wording == w.Wording)).OrderByDescending(w => w.Wording))
        {
            if (!lines.Exists(l => MeasureDefinition.AreComparable(wordings, l.Wording, earlier.Wording)))
            {
                lines.Add(earlier);
            }
        }

        return lines;
    }

    private static decimal? Value(MeasureShelf shelf, MeasureDefinition words, MeasureScore score, IReadOnlyDictionary<string, AnswersTo> answers) =>
        answers.TryGetValue(words.Code, out var given) && MeasureDefinition.AreComparable(shelf.Wordings(words.Code), words.Wording, given.Wording) ? score.Of(given.Answers) : null;
}
