using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>A keeper says that all of an entry is right, or what they would have changed. Either uses their link up.</summary>
/// <param name="Seen">Which words were on the page: <see cref="KeeperView.Seen"/>.</param>
/// <param name="Details">As typed; null where all of it is right.</param>
[OpenToAnybody]
public sealed record AnswerKeeperLink(string Token, string? Seen, AssetDetails? Details) : IRequest<KeeperAnswer>;

public enum KeeperAnswer
{
    /// <summary>The link was guessed, used, or is too old.</summary>
    NoLink,

    /// <summary>Somebody changed the entry since the page was opened: it is to be looked at again. The link is as it was.</summary>
    ChangedSince,
    Confirmed,

    /// <summary>A moderator looks at what they changed.</summary>
    Sent,
}

internal sealed class AnswerKeeperLinkValidator : AbstractValidator<AnswerKeeperLink>
{
    public AnswerKeeperLinkValidator() => RuleFor(r => r.Details!).SetValidator(new AssetDetailsValidator()).When(r => r.Details is not null);
}

internal sealed class AnswerKeeperLinkHandler(IAbcdDbContext db, TimeProvider clock) : IRequestHandler<AnswerKeeperLink, KeeperAnswer>
{
    public async Task<KeeperAnswer> Handle(AnswerKeeperLink request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await KeeperLinks.Find(db, request.Token, now, cancellationToken) is not var (link, asset))
        {
            return KeeperAnswer.NoLink;
        }

        var stands = asset.Details;
        if (KeeperLinks.SeenOf(stands) != request.Seen)
        {
            return KeeperAnswer.ChangedSince;
        }

        List<ProposedChange> changes = request.Details is not { } typed
            ? []
            :
            [
                .. from field in AssetFields.Words
                   let was = Words.Tidy(field.Value.Get(stands))
                   let wanted = Words.Tidy(field.Value.Get(typed)?.Replace("\r\n", "\n", StringComparison.Ordinal))
                   where field.Key != AssetField.LookedAfterBy && wanted != was?.Replace("\r\n", "\n", StringComparison.Ordinal) && !(field.Key == AssetField.Name && wanted is null)
                   select new ProposedChange(field.Key, was, wanted),
            ];
        link.Use(now);
        if (changes.Count == 0)
        {
            asset.Confirm(clock.Today());
            await db.Settle(asset.Id, null, now, cancellationToken);
        }
        else
        {
            db.KeeperProposals.Add(KeeperProposal.Send(link, changes, now));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (OvertakenException)
        {
            // Somebody else answered by the same link, or changed the entry, between our reading and our saving: nothing of this was saved.
            db.Forget();
            return await KeeperLinks.Find(db, request.Token, now, cancellationToken) is null ? KeeperAnswer.NoLink : KeeperAnswer.ChangedSince;
        }

        return changes.Count == 0 ? KeeperAnswer.Confirmed : KeeperAnswer.Sent;
    }
}
