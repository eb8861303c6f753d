using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Has another directory read every night or every week from now on; followed already, says how often. It is first read in the coming night.</summary>
/// <param name="Address">Of its Open Referral pages.</param>
[Requires(Permission.ImportData)]
public sealed record FollowDirectory(string Address, FollowedHowOften HowOften) : IRequest<DirectoryId>;

internal sealed class FollowDirectoryValidator : AbstractValidator<FollowDirectory>
{
    public FollowDirectoryValidator()
    {
        RuleFor(r => r.Address).NotEmpty().WithMessage("Give the directory's address, such as https://directory.example/api/open-referral/v3").MaximumLength(400).WithMessage("That address is too long");
        RuleFor(r => r.HowOften).IsInEnum().WithMessage("Choose how often it is read");
    }
}

internal sealed class FollowDirectoryHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<FollowDirectory, DirectoryId>
{
    public async Task<DirectoryId> Handle(FollowDirectory request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var address = ForeignDirectory.BaseOf(request.Address).AbsoluteUri;
        var known = await db.FollowedDirectories.SingleOrDefaultAsync(d => d.ProgrammeId == viewer.ProgrammeId && d.Address == address, cancellationToken);
        if (known is null)
        {
            known = FollowedDirectory.Of(viewer.ProgrammeId, address, request.HowOften, viewer.UserId, clock.GetUtcNow());
            db.FollowedDirectories.Add(known);
        }
        else
        {
            known.Follow(request.HowOften);
        }

        await db.SaveChangesAsync(cancellationToken);
        return known.Id;
    }
}
