/*
 * What a page of the survey says when it cannot reach the server.
 */
export const lost = {
	connection:
		'No connection right now. What you said is kept on this page. We send it as soon as you are back. Please leave this page open.',
	trouble:
		'Something is not right on our side. What you said is kept on this page. We try again in a moment. Please leave this page open.',
	refused:
		'That could not be sent just now. What you said is still on this page. Please try again, or ask someone to help you.',
	unkept: 'You typed something on another page that is not kept yet. Look at it before you send:'
} as const;
