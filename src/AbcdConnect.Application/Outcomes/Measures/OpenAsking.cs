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
[Requires(Permission.ChangePeople)]
public sealed record OpenAsking(AskingId Id) : IRequest<AskingSheet>;

/// <param name="Asked">The wordings: those answered where it was, the newest otherwise.</param>
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
    long Version);

internal sealed class OpenAskingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<OpenAsking, AskingSheet>
{
    public async Task<AskingSheet> Handle(OpenAsking request, CancellationToken cancellationToken)
    {
        var (viewer, today, id) = (current.Required(), clock.Today(), request.Id);
        var asking = await db.Askings.AsNoTracking().VisibleTo(viewer, db, today).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new NotFoundException("set of questions");
        var name = await db.People.Where(p => p.Id == asking.PersonId).Select(p => p.KnownAs ?? p.FirstName).SingleAsync(cancellationToken);
        var programme = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.Name).SingleAsync(cancellationToken);
        var shelf = await MeasureShelf.Read(db, viewer.ProgrammeId, cancellationToken);
        var answers = Asking.Read(asking.Answers);
        return new AskingSheet(id, asking.PersonId, name, programme, asking.Months, asking.DueOn, asking.AnsweredOn, asking.How, asking.End, AskedWordings.Of(asking, shelf), answers, asking.Version);
    }
}

internal static class AskedWordings
{
    /// <summary>What was answered stands in its own wording; what was not, in the newest.</summary>
    public static IReadOnlyList<MeasureDefinition> Of(Asking asking, MeasureShelf shelf)
    {
        var answers = Asking.Read(asking.Answers);
        return [.. shelf.Now(asking.Codes).Select(m => answers.TryGetValue(m.Code, out var given) ? shelf.Wording(m.Code, given.Wording) ?? m : m)];
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
