using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>What to ask somebody, and what they have answered where they have.</summary>
/// <param name="Wordings">Which words stood on the page or the sheet that is answered, by measure; the newest where nothing is said.</param>
[Requires(Permission.ChangePeople)]
public sealed record OpenAsking(AskingId Id, IReadOnlyDictionary<string, int>? Wordings = null) : IRequest<AskingSheet>;

/// <param name="Asked">The wordings: those answered where it was, those that were asked for or the newest otherwise.</param>
/// <param name="OtherWords">Of what is not answered yet, the other wordings there are: a sheet printed a while ago may have them.</param>
/// <param name="FollowUps">After how many months the programme asks again.</param>
/// <param name="Answers">By measure, then by question.</param>
public sealed record AskingSheet(
    AskingId Id,
    PersonId Person,
    string FirstName,
    string Programme,
    int Months,
    DateOnly DueOn,
    DateOnly? AnsweredOn,
    AskingHow? How,
    AskingEnd? End,
    IReadOnlyList<MeasureDefinition> Asked,
    IReadOnlyDictionary<string, AnswersTo> Answers,
    IReadOnlyList<MeasureDefinition> OtherWords,
    IReadOnlyList<int> FollowUps,
    long Version);

internal sealed class OpenAskingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<OpenAsking, AskingSheet>
{
    public async Task<AskingSheet> Handle(OpenAsking request, CancellationToken cancellationToken)
    {
        var (viewer, today, id) = (current.Required(), clock.Today(), request.Id);
        var asking = await db.Askings.AsNoTracking().VisibleTo(viewer, db, today).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new NotFoundException("set of questions");
        var name = await db.People.Where(p => p.Id == asking.PersonId).Select(p => p.KnownAs ?? p.FirstName).SingleAsync(cancellationToken);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == viewer.ProgrammeId, cancellationToken);
        var shelf = await MeasureShelf.Read(db, viewer.ProgrammeId, cancellationToken);
        var answers = Asking.Read(asking.Answers);
        var asked = AskedWordings.Of(asking, shelf, request.Wordings);
        return new AskingSheet(
            id,
            asking.PersonId,
            name,
            programme.Name,
            asking.Months,
            asking.DueOn,
            asking.AnsweredOn,
            asking.How,
            asking.End,
            asked,
            answers,
            [.. asked.Where(m => !answers.ContainsKey(m.Code)).SelectMany(m => shelf.Wordings(m.Code).Where(w => w.Wording != m.Wording)).OrderBy(w => w.Code, StringComparer.Ordinal).ThenByDescending(w => w.Wording)],
            programme.FollowUpMonths,
            asking.Version);
    }
}

internal static class AskedWordings
{
    /// <summary>What was answered stands in its own wording; what was not, in the one that was shown, else in the newest.</summary>
    /// <param name="shown">By measure. Words may change between the page, the link or the sheet and the answer: the answer is to what was read.</param>
    public static IReadOnlyList<MeasureDefinition> Of(Asking asking, MeasureShelf shelf, IReadOnlyDictionary<string, int>? shown = null)
    {
        var answers = Asking.Read(asking.Answers);
        return [.. shelf.Now(asking.Codes).Select(m => WordingOf(m.Code) is { } number ? shelf.Wording(m.Code, number) ?? m : m)];

        int? WordingOf(string code) => answers.TryGetValue(code, out var given) ? given.Wording : shown is not null && shown.TryGetValue(code, out var wording) ? wording : null;
    }

    /// <summary>Each question that was answered, in its words, with the answer in its words.</summary>
    public static IEnumerable<(string Question, string Answer)> Answered(Asking asking, MeasureShelf shelf) =>
        from given in Asking.Read(asking.Answers)
        let wording = shelf.Wording(given.Key, given.Value.Wording)
        where wording is not null
        from question in wording.Questions
        where given.Value.Answers.ContainsKey(question.Key)
        let value = given.Value.Answers[question.Key]
        select (question.Words, question.Answers?.FirstOrDefault(a => a.Value == value)?.Words ?? value.ToString(CultureInfo.InvariantCulture));
}
