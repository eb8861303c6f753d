using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Assets;

/// <summary>A test on real open data; where there is none, the run says why it was passed over.</summary>
public sealed class OpenDataFactAttribute : FactAttribute
{
    public OpenDataFactAttribute()
    {
        if (OpenData.Folder is null)
        {
            Skip = "There is no open data: set ABCD_OPEN_DATA to its folder, or put it into shared/data beside the repository.";
        }
    }
}
