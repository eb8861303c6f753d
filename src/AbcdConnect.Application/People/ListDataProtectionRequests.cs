using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.People;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>What people asked for under data protection law, those still to do first. People stand here by number: an administrator does not read their stories.</summary>
[Requires(Permission.ManageDataProtection)]
public sealed record ListDataProtectionRequests(ListRequest List) : IRequest<Page<DataProtectionRow>>;

public sealed record DataProtectionRow(DataProtectionRequestId Id, PersonId PersonId, DataProtectionRight Right, DateOnly AskedOn, string? WrittenBy, DateOnly? SettledOn, string? SettledBy)
{
    /// <summary>The last day the law gives.</summary>
    public DateOnly DueOn => AskedOn.AddDays(DataProtectionRequest.Days);
}

internal sealed class ListDataProtectionRequestsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListDataProtectionRequests, Page<DataProtectionRow>>
{
    public Task<Page<DataProtectionRow>> Handle(ListDataProtectionRequests request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        return db.DataProtectionRequests.Where(r => r.ProgrammeId == programme)
            .OrderBy(r => r.SettledOn != null).ThenBy(r => r.AskedOn).ThenBy(r => r.Id)
            .Select(r => new DataProtectionRow(
                r.Id,
                r.PersonId,
                r.Right,
                r.AskedOn,
                db.Members.Where(m => m.Id == r.WrittenBy).Select(m => m.Name).FirstOrDefault(),
                r.SettledOn,
                db.Members.Where(m => m.Id == r.SettledBy).Select(m => m.Name).FirstOrDefault()))
            .PageAsync(request.List, cancellationToken);
    }
}
