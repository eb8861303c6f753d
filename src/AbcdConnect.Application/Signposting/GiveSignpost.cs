using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>A worker tells someone about a place or an activity; the two follow-ups are set here. Sending the same
/// <see cref="SubmissionId"/> again stores nothing and answers with the first one's id.</summary>
/// <param name="To">Null where nobody is named.</param>
/// <param name="Conversation">The conversation it came up in.</param>
/// <param name="PassedOnBy">The place that passed them on there, where it was not the programme that told them.</param>
/// <param name="PassedOnFrom">The signpost that had brought them to that place. Where nobody had said that they got there, this does.</param>
[Requires(Permission.Signpost)]
public sealed record GiveSignpost(
    Guid SubmissionId,
    PersonId? To,
    AssetId? Asset,
    ActivityId? Activity,
    DateOnly On,
    string? Why = null,
    ConversationId? Conversation = null,
    AssetId? PassedOnBy = null,
    SignpostId? PassedOnFrom = null) : IRequest<SignpostId>;

internal sealed class GiveSignpostValidator : AbstractValidator<GiveSignpost>
{
    public GiveSignpostValidator(TimeProvider clock)
    {
        RuleFor(r => r.SubmissionId).NotEmpty().WithMessage("Open the form again: it has lost its number");
        RuleFor(r => r.Asset).Must((r, asset) => asset is null != r.Activity is null).WithMessage("Choose one place or one activity to tell them about");
        RuleFor(r => r.On)
            .LessThanOrEqualTo(_ => clock.Today()).WithMessage("The date has not come yet. Enter the day you told them")
            .GreaterThan(new DateOnly(1990, 1, 1)).WithMessage("Enter the day you told them, such as 12 November 2026");
        RuleFor(r => r.Why).MaximumLength(2000).WithMessage("Say why in at most 2,000 letters");
    }
}

internal sealed class GiveSignpostHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<GiveSignpost, SignpostId>
{
    public async Task<SignpostId> Handle(GiveSignpost request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (await Sent(request, viewer, cancellationToken) is { } before)
        {
            return before;
        }

        var today = clock.Today();
        NeighbourhoodId? personIn = null;
        PersonId? whom = null;
        if (request.To is { } named)
        {
            // Somebody may have merged them since the form was opened.
            var to = (await db.FollowMerges(viewer, [named], cancellationToken))[0];
            whom = to;
            var person = await db.People.VisibleTo(viewer, db, today).Where(p => p.Id == to).Select(p => new { p.NeighbourhoodId }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("person");
            personIn = person.NeighbourhoodId;
        }

        NeighbourhoodId? heardIn = null;
        if (request.Conversation is { } conversation)
        {
            var heard = await db.Conversations.VisibleTo(viewer, db, today).Where(c => c.Id == conversation).Select(c => new { c.NeighbourhoodId }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("conversation");
            heardIn = heard.NeighbourhoodId;
        }

        var by = request.PassedOnBy;
        if (request.PassedOnFrom is { } arrived)
        {
            var origin = await db.Signposts.VisibleTo(viewer, db, today).SingleOrDefaultAsync(s => s.Id == arrived, cancellationToken) ?? throw new NotFoundException("signpost");
            var activity = origin.ActivityId;
            by = origin.AssetId ?? await db.Activities.Where(a => a.Id == activity).Select(a => a.PlaceId).FirstOrDefaultAsync(cancellationToken)
                ?? throw new DomainRuleException("The activity has no place on the map that could pass somebody on. Say where it is first.");
            if (origin.AttendedOn is null)
            {
                origin.Attended(request.On);
            }
        }
        else if (by is { } place)
        {
            by = (await SignpostTargets.Find(db, viewer, place, null, cancellationToken)).Asset;
        }

        var target = await SignpostTargets.Find(db, viewer, request.Asset, request.Activity, cancellationToken);
        var neighbourhood = personIn ?? heardIn ?? (viewer is { Role: Role.Worker, Neighbourhoods: [var only] } ? only : null);
        var signpost = Signpost.Give(viewer.ProgrammeId, neighbourhood, viewer.UserId, request.SubmissionId, whom, target, request.Conversation, request.On, request.Why, today, by, request.PassedOnFrom);
        db.Signposts.Add(signpost);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same form arrived twice at the same moment, and the other one was first.
            db.Forget();
            if (await Sent(request, viewer, cancellationToken) is { } first)
            {
                return first;
            }

            throw;
        }

        return signpost.Id;
    }

    private async Task<SignpostId?> Sent(GiveSignpost request, Viewer viewer, CancellationToken token)
    {
        var found = await db.Signposts.Where(s => s.SubmissionId == request.SubmissionId && s.WorkerId == viewer.UserId).Select(s => s.Id).ToListAsync(token);
        return found.Count == 0 ? null : found[0];
    }
}
