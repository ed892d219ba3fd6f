namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Why a member of a webhook is not used.</summary>
internal enum DropReason
{
    WrongType,
    NotAnInteger,
    TooLong,
    NotPlainText,
    NotATime,
    OtherSpelling,
}

/// <summary>
/// The members of one webhook that are not used, with the reasons: one bit for each pair, so that no body can make it
/// grow.
/// </summary>
internal readonly record struct DroppedMembers(ulong Pairs)
{
    private static readonly int Reasons = Enum.GetValues<DropReason>().Length;

    public bool IsEmpty => Pairs == 0;

    public DroppedMembers With(WebhookMember member, DropReason reason) =>
        new(Pairs | (1UL << (((int)member * Reasons) + (int)reason)));

    public IEnumerable<(WebhookMember Member, DropReason Reason)> All()
    {
        for (var pairs = Pairs; pairs != 0; pairs &= pairs - 1)
        {
            var (member, reason) = int.DivRem(System.Numerics.BitOperations.TrailingZeroCount(pairs), Reasons);
            yield return ((WebhookMember)member, (DropReason)reason);
        }
    }
}
