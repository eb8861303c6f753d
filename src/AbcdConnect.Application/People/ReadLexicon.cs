using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>What a phone needs to recognise gifts by itself: the taxonomy and how people speak of it. Nothing of anybody's.</summary>
[Requires(Permission.LogConversation)]
public sealed record ReadLexicon : IRequest<LexiconFile>;

/// <param name="Hash">Of the content: another content has another.</param>
/// <param name="Brotli">The same, compressed.</param>
public sealed record LexiconFile(string Hash, byte[] Json, byte[] Brotli);

internal sealed class ReadLexiconHandler(IAbcdDbContext db, LexiconCache lexicons) : IRequestHandler<ReadLexicon, LexiconFile>
{
    public async Task<LexiconFile> Handle(ReadLexicon request, CancellationToken cancellationToken) => (await lexicons.Current(db, cancellationToken)).File;
}
