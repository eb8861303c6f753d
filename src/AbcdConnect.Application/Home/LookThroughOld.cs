using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Signposting;
using MediatR;

namespace AbcdConnect.Application.Home;

/// <summary>A worker's promises and questions that have waited too long to stand on a day's list, the latest first.</summary>
[Requires(Permission.LogConversation)]
public sealed record LookThroughOld(int PromisesPage = 1, int QuestionsPage = 1) : IRequest<OldThings>;

public sealed record OldThings(Page<OldPromise> Promises, Page<OldQuestion> Questions);

public sealed record OldPromise(ConversationId Id, string Step, string With, DateOnly HeldOn, DateOnly Due);

public sealed record OldQuestion(SignpostId Id, NamedPerson Person, string Target, DateOnly GivenOn, DateOnly Due, bool Went);

internal sealed class LookThroughOldHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<LookThroughOld, OldThings>
{
    public async Task<OldThings> Handle(LookThroughOld request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var before = DaysList.OldBefore(today);
        var promises = await DueNow.Promises(db, viewer, today).Where(c => c.NextStepDue < before)
            .OrderByDescending(c => c.NextStepDue).ThenByDescending(c => c.Id)
            .Select(c => new { c.Id, c.NextStep, c.GroupName, c.HeldOn, Due = c.NextStepDue!.Value })
            .PageAsync(new ListRequest(Page: request.PromisesPage), cancellationToken);
        var people = await ConversationPeopleNamed.Read(db, [.. promises.Items.Select(c => c.Id)], cancellationToken);
        var questions = await DueNow.Questions(db, viewer, today).Where(s => s.FollowUpDue < before)
            .OrderByDescending(s => s.FollowUpDue).ThenByDescending(s => s.Id)
            .Select(s => new OldQuestion(
                s.Id,
                new NamedPerson(
                    s.PersonId!.Value,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.FirstName).FirstOrDefault()!,
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.KnownAs).FirstOrDefault(),
                    db.People.Where(p => p.Id == s.PersonId).Select(p => p.LastName).FirstOrDefault()),
                db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "",
                s.GivenOn,
                s.FollowUpDue!.Value,
                s.AttendedOn != null))
            .PageAsync(new ListRequest(Page: request.QuestionsPage), cancellationToken);
        return new OldThings(
            new Page<OldPromise>([.. promises.Items.Select(c => new OldPromise(c.Id, c.NextStep!, DueNow.With(people[c.Id], c.GroupName), c.HeldOn, c.Due))], promises.Number, promises.Total),
            questions);
    }
}

/// <summary>What is due, whoever asks.</summary>
internal static class DueNow
{
    /// <summary>The viewer's own promises that are due.</summary>
    public static IQueryable<Conversation> Promises(IAbcdDbContext db, Viewer viewer, DateOnly today)
    {
        var me = viewer.UserId;
        return db.Conversations.VisibleTo(viewer, db, today).Where(c => c.WorkerId == me && c.NextStepDoneOn == null && c.NextStepDue <= today);
    }

    /// <summary>The viewer's own signposts to ask after.</summary>
    public static IQueryable<Signpost> Questions(IAbcdDbContext db, Viewer viewer, DateOnly today)
    {
        var me = viewer.UserId;
        return db.Signposts.VisibleTo(viewer, db, today).Where(s => s.WorkerId == me && s.FollowUpDue <= today && s.PersonId != null);
    }

    public static string With(IEnumerable<NamedPerson> people, string? group) =>
        string.Join(", ", people.Select(p => p.Name)) is { Length: > 0 } names ? names : group ?? "somebody who gave no name";
}
