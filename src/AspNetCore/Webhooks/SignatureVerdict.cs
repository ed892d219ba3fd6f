namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Whether a webhook's signature holds.</summary>
internal enum SignatureVerdict
{
    /// <summary>It does.</summary>
    Valid,

    /// <summary>A header the scheme needs is not there exactly once.</summary>
    HeaderMissing,

    /// <summary>The id is empty, not visible ASCII, or contains the character that ends it in the signed text.</summary>
    IdMalformed,

    /// <summary>The timestamp is not a number of Unix seconds.</summary>
    TimestampMalformed,

    /// <summary>The timestamp is further from now than the tolerance.</summary>
    TimestampOutOfTolerance,

    /// <summary>No signature fits any key.</summary>
    Mismatch,
}
