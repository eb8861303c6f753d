using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>What a form that changes a person's story offers to choose from: for those who may change it.</summary>
[Requires(Permission.ChangePeople)]
public sealed record OpenPersonForm : IRequest<ChoicesForPeople>;

internal sealed class OpenPersonFormHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<OpenPersonForm, ChoicesForPeople>
{
    public Task<ChoicesForPeople> Handle(OpenPersonForm request, CancellationToken cancellationToken) => db.ChoicesForPeople(current.Required(), cancellationToken);
}
