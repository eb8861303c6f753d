using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Assets.Buses;

/// <summary>The timetable in force; null where none has been brought in.</summary>
[Requires(Permission.SeeAssets)]
public sealed record SeeTimetable : IRequest<Timetable?>;

/// <param name="On">The day it was brought in.</param>
public sealed record Timetable(ImportBatchId Id, string FileName, DateOnly On);

internal sealed class SeeTimetableHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeTimetable, Timetable?>
{
    public Task<Timetable?> Handle(SeeTimetable request, CancellationToken cancellationToken) => Timetables.InForce(db, current.Required().ProgrammeId, cancellationToken);
}
