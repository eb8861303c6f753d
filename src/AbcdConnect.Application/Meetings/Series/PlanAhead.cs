using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Series;

/// <summary>Plans the next meetings of a series. Says how many there are more.</summary>
[Requires(Permission.RunMeetings)]
public sealed record PlanAhead(MeetingSeriesId Series, int Times = 6) : ISentOnce<int>
{
    public Guid? SubmissionId { get; set; }

    long? ISentOnce<int>.NumberOf(int answer) => answer;

    int ISentOnce<int>.AnswerFor(long number) => (int)number;
}

internal sealed class PlanAheadValidator : AbstractValidator<PlanAhead>
{
    public PlanAheadValidator() => RuleFor(r => r.Times).InclusiveBetween(1, MeetingSeries.Most).WithMessage($"Plan between 1 and {MeetingSeries.Most} meetings at a time");
}

internal sealed class PlanAheadHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<PlanAhead, int>
{
    public async Task<int> Handle(PlanAhead request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var series = await db.MeetingSeries.SingleOrDefaultAsync(s => s.Id == request.Series && s.ProgrammeId == viewer.ProgrammeId, cancellationToken)
            ?? throw new NotFoundException("series");
        if (series.EndedOn is not null)
        {
            throw new DomainRuleException("This series has ended. Plan a new one.");
        }

        var after = await SeriesMeetings.PlannedUpTo(db, series, clock.Today(), cancellationToken);
        var planned = await SeriesMeetings.Plan(db, series, after, request.Times, await SeriesMeetings.PeopleOfLast(db, series, cancellationToken), cancellationToken);
        db.Touch(series);
        await db.SaveChangesAsync(cancellationToken);
        return planned.Count;
    }
}
