using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>Anybody says, without signing in, what is wrong with an entry. It counts against the entry a little and waits for
/// somebody of the programme. Nobody is asked who they are. False where there is no such page.</summary>
[OpenToAnybody]
public sealed record SayItIsWrong(string Code, WhatIsWrong? What, string? Words = null) : IRequest<bool>;

public enum WhatIsWrong
{
    Closed,
    Times,
    Where,
    Contact,
    Other,
}

internal sealed class SayItIsWrongValidator : AbstractValidator<SayItIsWrong>
{
    public SayItIsWrongValidator()
    {
        RuleFor(r => r.What).Must(w => w is { } what && Enum.IsDefined(what)).WithMessage("Choose what is wrong");
        RuleFor(r => r.Words).MaximumLength(500).WithMessage("Say it in at most 500 letters")
            .NotEmpty().When(r => r.What == WhatIsWrong.Other, ApplyConditionTo.CurrentValidator).WithMessage("Say in a few words what is wrong");
    }
}

internal sealed class SayItIsWrongHandler(IAbcdDbContext db, TimeProvider clock) : IRequestHandler<SayItIsWrong, bool>
{
    /// <summary>Once this many wait for somebody to look, one more tells nothing new: it is thanked for and not kept.</summary>
    private const int MostWaiting = 5;

    public async Task<bool> Handle(SayItIsWrong request, CancellationToken cancellationToken)
    {
        if (await PublicPages.Find(db, request.Code, cancellationToken) is not { } asset)
        {
            return false;
        }

        var id = asset.Id;
        if (asset.ClosedOn is null && await db.AssetDoubts.CountAsync(d => d.AssetId == id && d.SettledAt == null && d.Kind == DoubtKind.SaidWrong, cancellationToken) < MostWaiting)
        {
            var what = request.What switch
            {
                WhatIsWrong.Closed => "It has closed.",
                WhatIsWrong.Times => "The times are wrong.",
                WhatIsWrong.Where => "The address is wrong.",
                WhatIsWrong.Contact => "The telephone number or website is wrong.",
                _ => "Something else.",
            };
            await db.Doubt(asset, DoubtKind.SaidWrong, clock.GetUtcNow(), null, $"{what} {Words.Tidy(request.Words)}", null, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}
