using System.Reflection;

namespace AbcdConnect.Application.Common;

/// <summary>What this is, for health checks and the command line.</summary>
public static class Product
{
    /// <summary>The version as released: 0.1.0.</summary>
    public static string Version { get; } =
        (typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];
}
