using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Stories;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories.Pictures;

/// <summary>Puts a picture beside a story, in place of one that is there. Only the picture of the file is kept.</summary>
/// <param name="File">As it came.</param>
/// <param name="Shows">In words, for those who cannot see it.</param>
[Requires(Permission.ChangePeople)]
public sealed record PutStoryPicture(StoryId Id, byte[]? File, string? Shows) : IRequest;

internal sealed class PutStoryPictureValidator : AbstractValidator<PutStoryPicture>
{
    public PutStoryPictureValidator()
    {
        RuleFor(r => r.File).Must(f => f is { Length: > 0 }).OverridePropertyName("Photo").WithMessage("Choose a picture");
        RuleFor(r => r.Shows)
            .NotEmpty().WithMessage("Say in a few words what it shows, for those who cannot see it")
            .MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
    }
}

internal sealed class PutStoryPictureHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<PutStoryPicture>
{
    public async Task Handle(PutStoryPicture request, CancellationToken cancellationToken)
    {
        var (id, today) = (request.Id, clock.Today());
        var story = await db.Stories.VisibleTo(current.Required(), db, today).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new NotFoundException("story");
        if (!await db.Stories.Where(s => s.Id == id).UsableOn(today, db).AnyAsync(cancellationToken))
        {
            throw new DomainRuleException("Their yes to use this story does not hold today, so no picture can stand beside it. Ask first, and write down that they agreed.");
        }

        var picture = StoryPicture.Beside(story, Picture.Read(request.File), request.Shows!);
        await db.AllOrNothing(
            async () =>
            {
                await db.StoryPictures.Where(p => p.StoryId == id).ExecuteDeleteAsync(cancellationToken);
                db.StoryPictures.Add(picture);
                await db.SaveChangesAsync(cancellationToken);
                return id;
            },
            cancellationToken);
    }
}
