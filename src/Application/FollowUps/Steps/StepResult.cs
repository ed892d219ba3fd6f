namespace CxoneAssist.Application.FollowUps.Steps;

/// <summary>A part of the work on a follow-up.</summary>
internal interface IFollowUpStep
{
    /// <summary>Does its part. It returns what comes next and calls no other step.</summary>
    Task<StepResult> RunAsync(FollowUpRun run, FollowUp followUp);
}

/// <summary>The steps that another step may hand over to.</summary>
internal enum NextStep
{
    CreateTask,
    Notify,
}

/// <summary>What comes after a step. One of the nested records.</summary>
internal abstract record StepResult
{
    private StepResult()
    {
    }

    /// <summary>Another run took the row over; this one must not change it any more.</summary>
    public static StepResult LeaseLost { get; } = new Lost();

    /// <summary>The next step follows at once.</summary>
    public sealed record GoOn(NextStep Next, FollowUp FollowUp) : StepResult;

    /// <summary>The run ends here; its state is still to be saved and the lease to be released.</summary>
    public sealed record Rest(FollowUp FollowUp) : StepResult;

    /// <summary>The run ends here, saved and released already.</summary>
    public sealed record Saved(FollowUp FollowUp) : StepResult;

    private sealed record Lost : StepResult;
}
