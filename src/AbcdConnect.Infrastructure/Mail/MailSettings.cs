using Microsoft.Extensions.Configuration;

namespace AbcdConnect.Infrastructure.Mail;

/// <summary>Which mail server carries our letters, and in whose name.</summary>
/// <param name="Folder">Where there is no server: letters are written there as files, to be looked at while developing.</param>
/// <param name="Site">This application's address as others reach it.</param>
public sealed record MailSettings(
    string? Host = null,
    int Port = 587,
    string? UserName = null,
    string? Password = null,
    string? From = null,
    string? FromName = null,
    bool Tls = true,
    int TimeoutSeconds = 60,
    string? Folder = null,
    string? Site = null)
{
    public static MailSettings Read(IConfiguration configuration) => new(
        Blank(configuration["Mail:Host"]),
        configuration.GetValue("Mail:Port", 587),
        Blank(configuration["Mail:UserName"]),
        configuration["Mail:Password"],
        Blank(configuration["Mail:From"]),
        Blank(configuration["Mail:FromName"]),
        configuration.GetValue("Mail:Tls", true),
        configuration.GetValue("Mail:TimeoutSeconds", 60),
        Blank(configuration["Mail:Folder"]),
        Blank(configuration["Site:Address"])?.TrimEnd('/'));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
