using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Puts a post right, or ends it.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record ChangePost(StaffingId Id, PostDetails Details, long Version) : IRequest;

internal sealed class ChangePostValidator : AbstractValidator<ChangePost>
{
    public ChangePostValidator() => RuleFor(r => r.Details).SetValidator(new PostDetailsValidator());
}

internal sealed class ChangePostHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangePost>
{
    public async Task Handle(ChangePost request, CancellationToken cancellationToken)
    {
        var post = await db.Staffing.VisibleTo(current.Required()).SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("post");
        post.MustStillBe(request.Version);
        post.Change(request.Details.From!.Value, request.Details.To, request.Details.Fte!.Value);
        await db.MustFitOnePerson(post, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
