using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes;

/// <summary>Puts a story's telling right. Whose it is stays.</summary>
[Requires(Permission.ChangePeople)]
public sealed record ChangeStory(StoryId Id, StoryDetails Details, long Version) : IRequest;

internal sealed class ChangeStoryValidator : AbstractValidator<ChangeStory>
{
    public ChangeStoryValidator(TimeProvider clock) => RuleFor(r => r.Details).SetValidator(new StoryDetailsValidator(clock));
}

internal sealed class ChangeStoryHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ChangeStory>
{
    public async Task Handle(ChangeStory request, CancellationToken cancellationToken)
    {
        var story = await db.Stories.VisibleTo(current.Required(), db, clock.Today()).SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("story");
        story.MustStillBe(request.Version);
        var details = request.Details;
        story.Change(details.Title, details.Words, details.Language, details.ToldOn!.Value, details.Outcome);
        if (details.Agreed is { } agreed)
        {
            story.Agree(agreed, details.Codes ?? []);
            if (story.Picture is null)
            {
                await db.LetPictureGo(story.Id, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
