using AbcdConnect.Application.Access;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Search;

/// <summary>Takes the words out of the next records again, where they were taken out by an older version. Sent until it is done;
/// whatever ends in the middle goes on from there. Search answers meanwhile, from what there is.</summary>
/// <param name="Most">How many records at once: others who save wait for so many.</param>
/// <param name="FromTheStart">Begin again, whichever version made what there is.</param>
[Requires(Permission.ChangeProgramme)]
public sealed record RebuildSearchIndex(int Most = 50, bool FromTheStart = false) : IRequest<SearchRebuilt>;

/// <param name="Done">Every record has been indexed by this version.</param>
/// <param name="Records">How many were looked at this time.</param>
public sealed record SearchRebuilt(bool Done, int Records);

/// <summary>Port: the index of words, kept beside the records.</summary>
public interface ISearchRebuilder
{
    Task<SearchRebuilt> Next(int most, bool fromTheStart, CancellationToken token);
}

internal sealed class RebuildSearchIndexValidator : AbstractValidator<RebuildSearchIndex>
{
    public RebuildSearchIndexValidator() => RuleFor(r => r.Most).InclusiveBetween(1, 10_000);
}

internal sealed class RebuildSearchIndexHandler(ISearchRebuilder rebuilder) : IRequestHandler<RebuildSearchIndex, SearchRebuilt>
{
    public Task<SearchRebuilt> Handle(RebuildSearchIndex request, CancellationToken cancellationToken) => rebuilder.Next(request.Most, request.FromTheStart, cancellationToken);
}
