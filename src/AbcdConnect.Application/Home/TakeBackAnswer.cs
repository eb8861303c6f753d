using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>Takes back what one answered today with one tap: everything stands as it did, and is on the list again. Refused
/// where somebody has said more since.</summary>
[Requires(Permission.LogConversation)]
public sealed record TakeBackAnswer(Guid Ticket) : IRequest;

internal sealed class TakeBackAnswerHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TakeBackAnswer>
{
    public async Task Handle(TakeBackAnswer request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var answers = await db.DayAnswers.Of(viewer).Where(a => a.Ticket == request.Ticket).ToListAsync(cancellationToken);
        if (answers is not [var first, ..])
        {
            throw new NotFoundException("answer");
        }

        if (first.On != today)
        {
            throw new DomainRuleException($"That was answered on {first.On:d MMMM yyyy}. Open it to put it right.");
        }

        var conversations = await Conversations(answers, viewer, today, cancellationToken);
        var signposts = await Signposts(answers, viewer, today, cancellationToken);
        foreach (var answer in answers)
        {
            if (answer.ConversationId is { } conversation)
            {
                var promised = conversations.GetValueOrDefault(conversation) ?? throw new NotFoundException("conversation");
                MustStandAsLeft(answer, DayAnswers.Json(promised.NextStepStands()));
                promised.PutNextStepBack(DayAnswers.FromJson<NextStepStanding>(answer.Before));
            }
            else if (answer.SignpostId is { } signpost)
            {
                var asked = signposts.GetValueOrDefault(signpost) ?? throw new NotFoundException("signpost");
                MustStandAsLeft(answer, DayAnswers.Json(asked.Stands()));
                asked.PutBack(DayAnswers.FromJson<SignpostStanding>(answer.Before));
                await db.Follow(asked, viewer.UserId, clock, cancellationToken);
            }
            else if (answer is { Kind: DayKind.Match, Choice: DayChoice.Done })
            {
                await PartAgain(answer, viewer, cancellationToken);
            }
        }

        db.DayAnswers.RemoveRange(answers);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Dictionary<ConversationId, Conversation>> Conversations(List<DayAnswer> answers, Viewer viewer, DateOnly today, CancellationToken token)
    {
        var ids = answers.Select(a => a.ConversationId).OfType<ConversationId>().ToList();
        return ids.Count == 0 ? [] : await db.Conversations.VisibleTo(viewer, db, today).Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, token);
    }

    private async Task<Dictionary<SignpostId, Signpost>> Signposts(List<DayAnswer> answers, Viewer viewer, DateOnly today, CancellationToken token)
    {
        var ids = answers.Select(a => a.SignpostId).OfType<SignpostId>().ToList();
        return ids.Count == 0 ? [] : await db.Signposts.VisibleTo(viewer, db, today).Where(s => EF.Parameter(ids).Contains(s.Id)).ToDictionaryAsync(s => s.Id, token);
    }

    private async Task PartAgain(DayAnswer answer, Viewer viewer, CancellationToken token)
    {
        var (person, other, on, me) = (answer.PersonId, answer.OtherPersonId, answer.On, viewer.UserId);
        var introductions = await db.Introductions.VisibleTo(viewer)
            .Where(i => i.PersonId == person && i.ToPersonId == other && i.On == on && i.WorkerId == me)
            .ToListAsync(token);
        if (introductions.Exists(i => i.Outcome != IntroductionOutcome.Waiting))
        {
            throw Changed();
        }

        db.Introductions.RemoveRange(introductions);
    }

    private static void MustStandAsLeft(DayAnswer answer, string now)
    {
        if (answer.Before is null || answer.After != now)
        {
            throw Changed();
        }
    }

    private static DomainRuleException Changed() => new("More has been said of it since. Open it to put it right.");
}
