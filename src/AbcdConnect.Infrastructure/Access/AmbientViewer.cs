using AbcdConnect.Application.Access;

namespace AbcdConnect.Infrastructure.Access;

/// <summary>Who is asking, for the length of one scope: set by the web's middleware, by a job or by a command before anything is sent.</summary>
public sealed class AmbientViewer : ICurrentViewer
{
    public Viewer? Viewer { get; set; }
}
