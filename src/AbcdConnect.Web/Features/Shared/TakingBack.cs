using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>What the next page says of an answer given with one tap, with the tap that takes it back.</summary>
/// <param name="Ticket">Null where there is nothing to take back.</param>
public sealed record TakingBack(string Said, Guid? Ticket, string BackTo)
{
    private const string Words = "Said";
    private const string Number = "Ticket";

    /// <summary>Once: what was read is gone. What looks like a number of this kind comes back from the cookie as one.</summary>
    public static TakingBack? Read(Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary kept, string backTo) =>
        kept[Words] is string said ? new TakingBack(said, kept[Number] as Guid?, backTo) : null;

    internal static void Keep(Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary kept, string said, Guid? ticket)
    {
        kept[Words] = said;
        kept[Number] = ticket;
    }
}

internal static class TakingBackExtensions
{
    public static void OfferToTakeBack(this Controller controller, string said, Guid? ticket) => TakingBack.Keep(controller.TempData, said, ticket);
}
