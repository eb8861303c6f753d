using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using AbcdConnect.Application.Mail;

namespace AbcdConnect.Infrastructure.Mail;

/// <summary>Letters by SMTP with the framework's own client (docs/decisions/0018-letters-and-invitations.md), or as files in a folder.</summary>
internal sealed class SmtpCarrier(MailSettings settings) : IMailCarrier
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false);

    public MailReadiness Readiness { get; } = Of(settings);

    public async Task<Carried> Carry(OutgoingLetter letter, CancellationToken cancellationToken)
    {
        MailAddress to;
        try
        {
            to = new MailAddress(letter.Address, letter.Name, Utf8);
        }
        catch (FormatException)
        {
            return new Carried(CarryResult.AddressRefused, "That is no e-mail address.");
        }

        // The framework's client would stop at it as at a server that is away, and hold up the letters behind it for days.
        if (!Ascii.IsValid(to.User))
        {
            return new Carried(CarryResult.AddressRefused, "Only plain letters, without accents, may stand before the @ of an address that we send to.");
        }

        using var message = Compose(letter, to);
        using var client = Client();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return new Carried(CarryResult.Taken);
        }
        catch (SmtpException refused)
        {
            return Read(refused);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Carried(CarryResult.NoServer, $"The mail server did not answer within {settings.TimeoutSeconds} seconds.");
        }
        catch (Exception trouble) when (trouble is IOException or SocketException or AuthenticationException or InvalidOperationException)
        {
            return new Carried(CarryResult.NoServer, Reason(trouble));
        }
    }

    private static MailReadiness Of(MailSettings settings)
    {
        // Links are written for whoever runs this on their own machine, where no address is set.
        var site = settings.Site ?? "http://127.0.0.1:5080";
        var from = settings.From ?? "letters@abcdconnect.invalid";
        return settings switch
        {
            { From: { } given } when !MailAddress.TryCreate(given, out var own) || !Ascii.IsValid(own.User) => new MailReadiness(false, $"Mail:From is set to “{given}”, which is no e-mail address, so letters wait here; none is lost. Put it right, and they go out.", site, from),
            { Host: null, Folder: { } folder } => new MailReadiness(true, $"No mail server is set: letters are written as files into {folder}.", site, from),
            { Host: null } => new MailReadiness(false, "No mail server is set, so letters wait here; none is lost. Set Mail:Host, Mail:From and Site:Address, and they go out.", site, from),
            { From: null } => new MailReadiness(false, "Whose letters they are is not set, so they wait here; none is lost. Set Mail:From to the address they come from.", site, from),
            { Site: null } => new MailReadiness(false, "Links in letters need this site's own address, so letters wait here; none is lost. Set Site:Address, such as https://abcd.example.org.", site, from),
            _ => new MailReadiness(true, $"Letters go to {settings.Host}, port {settings.Port}{(settings.Tls ? "" : ", not encrypted")}, from {settings.From}.", site, from),
        };
    }

    private SmtpClient Client()
    {
        if (settings.Host is null)
        {
            Directory.CreateDirectory(settings.Folder!);
            return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = settings.Folder };
        }

        return new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Tls,
            Credentials = settings.UserName is { } name ? new NetworkCredential(name, settings.Password) : null,
        };
    }

    private MailMessage Compose(OutgoingLetter letter, MailAddress to)
    {
        var message = new MailMessage
        {
            From = new MailAddress(Readiness.Sender, settings.FromName, Utf8),
            Subject = letter.Subject,
            SubjectEncoding = Utf8,
            Body = letter.Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Utf8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.To.Add(to);
        message.Headers.Add("Message-ID", $"<{letter.MessageId}>");
        // No "out of office" comes back (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Calendar is not null)
        {
            // Mail programs offer "accept" where the calendar is an alternative to the words (RFC 6047, 2.4).
            var type = new ContentType("text/calendar") { CharSet = "utf-8" };
            type.Parameters["method"] = letter.CalendarMethod;
            var view = AlternateView.CreateAlternateViewFromString(letter.Calendar, type);
            view.TransferEncoding = TransferEncoding.Base64;
            message.AlternateViews.Add(view);
        }

        foreach (var file in letter.Files)
        {
            message.Attachments.Add(new Attachment(new MemoryStream(file.Content, writable: false), new ContentType(file.MediaType) { Name = file.Name }));
        }

        return message;
    }

    private static Carried Read(SmtpException refused)
    {
        var code = (int)refused.StatusCode;
        return refused switch
        {
            // What the server said of the address itself; "sign in first" is no word on the address.
            SmtpFailedRecipientException when code is >= 500 and not 530 and not 535 => new Carried(CarryResult.AddressRefused, Reason(refused)),
            SmtpFailedRecipientException when code is >= 400 and < 500 => new Carried(CarryResult.NotNow, Reason(refused)),
            _ when code is 552 or 554 => new Carried(CarryResult.LetterRefused, Reason(refused)),
            _ when code is >= 400 and < 500 and not 421 => new Carried(CarryResult.NotNow, Reason(refused)),
            _ => new Carried(CarryResult.NoServer, Reason(refused)),
        };
    }

    private static string Reason(Exception trouble)
    {
        const string Said = "The server response was: ";
        var words = trouble is SmtpException { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: { } inner } ? inner.GetBaseException().Message : trouble.Message;
        var at = words.IndexOf(Said, StringComparison.Ordinal);
        return at < 0 ? words : $"{(int)((SmtpException)trouble).StatusCode} {words[(at + Said.Length)..]}";
    }
}
