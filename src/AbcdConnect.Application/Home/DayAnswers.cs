using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>Notes what somebody answered, so that it counts as done today and can be taken back.</summary>
internal static class DayAnswers
{
    /// <summary>Their own, and nobody else's.</summary>
    public static IQueryable<DayAnswer> Of(this IQueryable<DayAnswer> answers, Viewer viewer)
    {
        var me = viewer.UserId;
        return answers.Where(a => a.WorkerId == me && a.ProgrammeId == viewer.ProgrammeId);
    }

    /// <summary>Adds the answer to what is about to be saved.</summary>
    /// <returns>The ticket to take it back with; null for the machine, which takes nothing back.</returns>
    public static Guid? Note(IAbcdDbContext db, Viewer viewer, DayThing thing, DateOnly on, DayChoice choice, DateOnly? until = null, DropReason? reason = null, string? words = null, string? before = null, string? after = null, Guid? many = null)
    {
        if (viewer.UserId is not { } me)
        {
            return null;
        }

        var ticket = many ?? Guid.NewGuid();
        db.DayAnswers.Add(DayAnswer.Give(viewer.ProgrammeId, me, ticket, thing, on, choice, until, reason, words, before, after, oneOfMany: many is not null));
        return ticket;
    }

    /// <summary>A promise's: whom it was made to first stands for all of them.</summary>
    public static async Task<Guid?> NotePromise(IAbcdDbContext db, Viewer viewer, Conversation conversation, NextStepStanding before, DateOnly on, DayChoice choice, DateOnly? until, DropReason? reason, string? words, CancellationToken token, Guid? many = null)
    {
        var id = conversation.Id;
        var person = await db.ConversationPeople.Where(p => p.ConversationId == id).OrderBy(p => p.PersonId).Select(p => (PersonId?)p.PersonId).FirstOrDefaultAsync(token);
        return Note(db, viewer, new DayThing(DayKind.Promise, Conversation: id, Person: person), on, choice, until, reason, words, Json(before), Json(conversation.NextStepStands()), many);
    }

    public static Guid? NoteQuestion(IAbcdDbContext db, Viewer viewer, Signpost signpost, SignpostStanding before, DateOnly on, DayChoice choice, DateOnly? until = null, DropReason? reason = null, string? words = null, Guid? many = null) =>
        Note(db, viewer, new DayThing(DayKind.Question, Signpost: signpost.Id, Person: signpost.PersonId), on, choice, until, reason, words, Json(before), Json(signpost.Stands()), many);

    public static string Json<T>(T standing) => JsonSerializer.Serialize(standing);

    public static T FromJson<T>(string? json) => JsonSerializer.Deserialize<T>(json!)!;
}
