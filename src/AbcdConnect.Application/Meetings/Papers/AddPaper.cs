using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Papers;

/// <summary>Adds a paper to a meeting. The same file twice is one paper.</summary>
/// <param name="FileName">As it is called where it comes from; its bytes say what it is.</param>
[Requires(Permission.RunMeetings)]
public sealed record AddPaper(MeetingId Meeting, string? FileName, byte[]? Content) : IMakes<MeetingPaperId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class AddPaperValidator : AbstractValidator<AddPaper>
{
    public AddPaperValidator() => RuleFor(r => r.Content).NotNull().WithMessage("Choose a file").OverridePropertyName("Paper");
}

internal sealed class AddPaperHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AddPaper, MeetingPaperId>
{
    public async Task<MeetingPaperId> Handle(AddPaper request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (!await db.Meetings.VisibleTo(viewer, db).AnyAsync(m => m.Id == request.Meeting, cancellationToken))
        {
            throw new NotFoundException("meeting");
        }

        var paper = MeetingPaper.Of(request.Meeting, PaperFile.Read(request.FileName, request.Content!), viewer.UserId, clock.GetUtcNow());
        var there = await db.MeetingPapers.Where(p => p.MeetingId == request.Meeting).Select(p => new { p.Id, p.Hash }).ToListAsync(cancellationToken);
        if (there.Find(p => p.Hash == paper.Hash) is { } same)
        {
            return same.Id;
        }

        if (there.Count >= MeetingPaper.Most)
        {
            throw new DomainRuleException($"A meeting has at most {MeetingPaper.Most} papers. Take one away first, or put several into one file.");
        }

        db.MeetingPapers.Add(paper);
        await db.SaveChangesAsync(cancellationToken);
        return paper.Id;
    }
}
