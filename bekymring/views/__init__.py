"""The pages of the case part: find through visible_to, ask policy, bind a form, call one service, return."""
