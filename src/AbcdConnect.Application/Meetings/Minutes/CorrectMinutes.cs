using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Minutes;

/// <summary>Puts right what stands in minutes that are agreed, beside the words, which stay.</summary>
/// <param name="About">Which part it is about.</param>
[Requires(Permission.RunMeetings)]
public sealed record CorrectMinutes(MeetingId Meeting, string? About, string? Words) : ISentOnce<bool>
{
    public Guid? SubmissionId { get; set; }

    long? ISentOnce<bool>.NumberOf(bool answer) => Meeting.Value;

    bool ISentOnce<bool>.AnswerFor(long number) => true;
}

internal sealed class CorrectMinutesValidator : AbstractValidator<CorrectMinutes>
{
    public CorrectMinutesValidator()
    {
        RuleFor(r => r.About).NotEmpty().WithMessage("Say which part it is about").MaximumLength(Domain.Common.Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(r => r.Words).NotEmpty().WithMessage("Enter what is put right").MaximumLength(Domain.Common.Words.LongestText).WithMessage("Use at most 100,000 letters");
    }
}

internal sealed class CorrectMinutesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<CorrectMinutes, bool>
{
    public async Task<bool> Handle(CorrectMinutes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (!await db.Meetings.VisibleTo(viewer, db).AnyAsync(m => m.Id == request.Meeting, cancellationToken))
        {
            throw new NotFoundException("meeting");
        }

        var minutes = await db.AgreedMinutes.SingleOrDefaultAsync(m => m.MeetingId == request.Meeting, cancellationToken)
            ?? throw new DomainRuleException("These minutes are a draft still: change the words themselves.");
        minutes.Correct(request.About!, request.Words!, viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
