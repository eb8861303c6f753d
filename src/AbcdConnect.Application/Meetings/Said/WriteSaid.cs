using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Search;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Said;

/// <summary>Writes what people said and what was done, in two sentences that name nobody, and what raised it.</summary>
/// <param name="Remove">Sources that did not raise it after all.</param>
/// <param name="Theme">Everybody raised it who spoke of what its agenda item is about.</param>
[Requires(Permission.RunMeetings)]
public sealed record WriteSaid(
    ActionId Action,
    NeighbourhoodId? Place,
    string? YouSaid,
    string? WeDid,
    IReadOnlyList<ConversationId> Conversations,
    IReadOnlyList<SignpostId> Signposts,
    AssetKind? Gap,
    IReadOnlyList<SaidSourceId> Remove,
    bool Publish,
    long Version,
    bool Theme = false) : IRequest;

internal sealed class WriteSaidValidator : AbstractValidator<WriteSaid>
{
    public WriteSaidValidator()
    {
        RuleFor(r => r.YouSaid).NotEmpty().WithMessage("Enter what people said, in a plain sentence").MaximumLength(SaidAndDone.LongestSentence).WithMessage("A sentence to be read from across a room has at most 300 letters");
        RuleFor(r => r.WeDid).MaximumLength(SaidAndDone.LongestSentence).WithMessage("A sentence to be read from across a room has at most 300 letters");
        RuleFor(r => r.WeDid).Must((r, did) => !r.Publish || !string.IsNullOrWhiteSpace(did)).WithMessage("Enter what was done, so that it can go on the wall");
        RuleFor(r => r.Gap).IsInEnum().WithMessage("Choose a kind of place");
    }
}

internal sealed class WriteSaidHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<WriteSaid>
{
    // Looked up and written in one turn: of two who begin at the same moment the second is shown what the first wrote.
    public Task Handle(WriteSaid request, CancellationToken cancellationToken) => db.AllOrNothing(() => Write(request, cancellationToken), cancellationToken);

    private async Task<int> Write(WriteSaid request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var programme = viewer.ProgrammeId;
        var action = await db.MeetingActions.VisibleTo(viewer, db).SingleOrDefaultAsync(a => a.Id == request.Action, cancellationToken) ?? throw new NotFoundException("action");
        if (request.Place is { } place && !await db.Neighbourhoods.AnyAsync(n => n.Id == place && n.ProgrammeId == programme, cancellationToken))
        {
            throw new NotFoundException("neighbourhood");
        }

        var (talks, signposts) = (request.Conversations.Distinct().ToList(), request.Signposts.Distinct().ToList());
        if (await db.Conversations.VisibleTo(viewer, db, today).CountAsync(c => EF.Parameter(talks).Contains(c.Id), cancellationToken) != talks.Count)
        {
            throw new NotFoundException("conversation");
        }

        if (await db.Signposts.VisibleTo(viewer, db, today).CountAsync(s => EF.Parameter(signposts).Contains(s.Id), cancellationToken) != signposts.Count)
        {
            throw new NotFoundException("signpost");
        }

        var said = await db.SaidAndDone.Include(s => s.Sources).SingleOrDefaultAsync(s => s.ActionId == request.Action, cancellationToken);
        if (said is null)
        {
            said = SaidAndDone.Begin(programme, request.Action);
            db.SaidAndDone.Add(said);
        }
        else
        {
            said.MustStillBe(request.Version);
            db.Touch(said);
        }

        said.Write(request.Place, request.YouSaid!, request.WeDid);
        foreach (var source in request.Remove)
        {
            said.NotRaisedBy(source);
        }

        if (request.Theme)
        {
            talks.AddRange((await ThemeBehind.Of(db, viewer, request.Action, today, cancellationToken)).Conversations);
        }

        talks.ForEach(c => said.RaisedBy(c, null, null));
        signposts.ForEach(s => said.RaisedBy(null, s, null));
        if (request.Gap is { } gap)
        {
            said.RaisedBy(null, null, gap);
        }

        await MustNameNobody(said, cancellationToken);
        if (request.Publish)
        {
            said.Publish(action, today, viewer.UserId);
        }
        else
        {
            said.TakeBack();
        }

        return await db.SaveChangesAsync(cancellationToken);
    }

    // It hangs on a wall: the names of those who raised it do not stand in it, however they are spelt.
    private async Task MustNameNobody(SaidAndDone said, CancellationToken token)
    {
        var talks = said.Sources.Select(s => s.ConversationId).OfType<ConversationId>().ToList();
        var signposts = said.Sources.Select(s => s.SignpostId).OfType<SignpostId>().ToList();
        var people = await db.ConversationPeople.Where(p => EF.Parameter(talks).Contains(p.ConversationId)).Select(p => p.PersonId)
            .Union(db.Signposts.Where(s => EF.Parameter(signposts).Contains(s.Id) && s.PersonId != null).Select(s => s.PersonId!.Value))
            .Join(db.People, id => id, p => p.Id, (id, p) => new { p.FirstName, p.KnownAs, p.LastName })
            .ToListAsync(token);
        var words = Tokens.OfText($"{said.YouSaid} {said.WeDid}").ToHashSet(StringComparer.Ordinal);
        foreach (var name in people.SelectMany(p => new[] { p.FirstName, p.KnownAs, p.LastName }).OfType<string>().Where(n => Tokens.OfText(n).Any(words.Contains)))
        {
            throw new DomainRuleException($"“{name}” is the name of somebody who raised it. Everybody reads these sentences: say it without names.");
        }
    }
}
